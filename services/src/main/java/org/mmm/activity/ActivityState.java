package org.mmm.activity;

import java.util.List;
import java.util.stream.Stream;
import org.mmm.intent.Intents;
import org.mmm.kernel.Address;
import org.mmm.kernel.CallId;
import org.mmm.kernel.CborSerializable;
import org.mmm.log.LogTail;
import org.mmm.log.Logged;

/**
 * One Process's presence.
 *
 * @param present whether it is marked present
 * @param seen when it marked itself, or was last known to be in session, epoch milliseconds
 * @param received what it sent and has no answer to in writing: its open requests, so few
 * @param intents what the Service sends to it
 * @param log the newest part of what the Service sent
 */
public record ActivityState(
    boolean present, long seen, List<CallId> received, Intents intents, LogTail log)
    implements CborSerializable, Logged {
  /**
   * How long a mark holds without news of a session: 10 min. The edge tells of sessions more often,
   * and of their end; this is for the sessions that end with their node.
   */
  static final long HOLDS_MILLIS = 600_000L;

  static final ActivityState EMPTY =
      new ActivityState(false, 0, List.of(), Intents.none(), LogTail.none());

  public ActivityState {
    received = List.copyOf(received);
  }

  /** Whether the Process is present at that time. */
  boolean presentAt(long millis) {
    return present && millis < seen + HOLDS_MILLIS;
  }

  ActivityState apply(Address self, ActivityEvent event) {
    if (event instanceof ActivityEvent.Intended e) {
      return new ActivityState(
          present, seen, received, intents.apply(e.intent()), log.with(self, intents, e.intent()));
    }
    if (event instanceof ActivityEvent.Seen e) {
      return new ActivityState(present, e.at().millis(), received, intents, log);
    }
    if (event instanceof ActivityEvent.Left) {
      return new ActivityState(false, seen, received, intents, log);
    }
    ActivityEvent.Received e = (ActivityEvent.Received) event;
    List<CallId> kept =
        Stream.concat(
                received.stream().filter(id -> id.seq() >= e.settledBelow()), Stream.of(e.call()))
            .toList();
    long known = e.present() ? e.at().millis() : seen;
    return new ActivityState(e.present(), known, kept, intents, log);
  }
}
