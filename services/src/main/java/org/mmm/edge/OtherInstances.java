package org.mmm.edge;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Other M-Instances, as far as live places of theirs are visited, and those of this one by them.
 */
public interface OtherInstances {
  /**
   * Asks another M-Instance for a ticket to a live place there.
   *
   * @param process of this M-Instance, for which it is asked
   * @param room with the M-Instance that it is of
   * @param persona of this M-Instance; null if none is to be steered
   * @return the ticket, or why there is none; never fails
   */
  CompletionStage<Answer> ticket(String process, String room, @Nullable String persona);

  /** Whether Processes of that M-Instance may be here just now; fails if nobody can say. */
  CompletionStage<Boolean> open(String instance);

  /** How long a visit may last before a new ticket is needed, in milliseconds. */
  long visitMillis();

  /** What other M-Instances ask at this node. */
  List<Endpoint> endpoints(Visitors visitors);

  /** Gives tickets to Processes of other M-Instances, for which those vouch. */
  interface Visitors {
    /** The ticket, or why there is none. */
    CompletionStage<Answer> ticket(
        String process, String room, @Nullable String persona, Exchange in);
  }
}
