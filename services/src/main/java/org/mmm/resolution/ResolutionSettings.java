package org.mmm.resolution;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * What the Resolution Service holds to.
 *
 * @param self the ID of this M-Instance; empty if it speaks with no other
 * @param isAllowed which M-Instances the settings allow
 * @param lifetime how long a letter may wait that carries a Message; any other runs out with its
 *     request
 * @param lettersAtMost how many letters one lane keeps
 * @param arrivalsAtMost how many messages of one M-Instance each of its lanes remembers
 */
public record ResolutionSettings(
    String self,
    Predicate<String> isAllowed,
    Duration lifetime,
    int lettersAtMost,
    int arrivalsAtMost) {
  /** Of an M-Instance that speaks with no other. */
  public static final ResolutionSettings OFF =
      new ResolutionSettings("", peer -> false, Duration.ZERO, 0, 0);

  boolean allowed(String peer) {
    return isAllowed.test(peer);
  }

  public boolean on() {
    return !self.isEmpty();
  }
}
