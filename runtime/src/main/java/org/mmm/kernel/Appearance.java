package org.mmm.kernel;

import org.jspecify.annotations.Nullable;

/**
 * How an Item appears where it stands, as it says itself.
 *
 * @param number counts what it has said: a place leaves what is older than what it knows
 * @param perceptible whether it can be perceived: MM-Enable, MM-Disable
 * @param stream the Stream that animates it: MM-Animate; null if none
 * @param millis since when it does, in ms since 1970; 0 if it is not animated
 */
public record Appearance(long number, boolean perceptible, @Nullable String stream, long millis) {
  /** Of what was never said to be otherwise. */
  public static final Appearance PLAIN = new Appearance(0, true, null, 0);

  /** The next thing that it says: whether it can be perceived. */
  public Appearance perceptible(boolean now) {
    return new Appearance(number + 1, now, stream, millis);
  }

  /** The next thing that it says: it is animated. */
  public Appearance animated(String with, long since) {
    return new Appearance(number + 1, perceptible, with, since);
  }
}
