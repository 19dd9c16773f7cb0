package org.mmm.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * A composite is decided and not performed: what is to be decided, and what its parts have come to
 * so far. It travels with each part, so that its subject need not remember it.
 *
 * @param whole the composite as it was asked
 * @param subject who goes on with the next part
 * @param done what the parts so far would be answered, in order; all but the last are acknowledged
 * @param foreseen what they would have brought about
 */
public record Trial(Ask whole, Address subject, List<Reply> done, List<Foreseen> foreseen) {
  public Trial {
    done = List.copyOf(done);
    foreseen = List.copyOf(foreseen);
  }

  public static Trial of(Ask whole, Address subject) {
    return new Trial(whole, subject, List.of(), List.of());
  }

  /** With one part more, and what it would bring about. */
  public Trial and(Reply part, List<Foreseen> more) {
    List<Reply> replies = new ArrayList<>(done);
    replies.add(part);
    List<Foreseen> all = new ArrayList<>(foreseen);
    all.addAll(more);
    return new Trial(whole, subject, replies, all);
  }
}
