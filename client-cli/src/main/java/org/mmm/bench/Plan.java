package org.mmm.bench;

import java.time.Duration;

/**
 * What to measure.
 *
 * @param users who act at once, 1 to 1,024
 * @param warmUp acting before the measurement begins
 * @param measured how long the measurement lasts at most
 * @param maxActions after so many measured Actions it ends early
 * @param square all MM-Embed in MM-Square, instead of the mix over Rooms
 * @param seed from which each User draws what it does
 */
public record Plan(
    int users, Duration warmUp, Duration measured, long maxActions, boolean square, long seed) {
  /** Rooms that the mix of Actions goes to. */
  public static final int ROOMS = 16;

  public static final int MOST_USERS = 1_024;

  public Plan {
    if (users < 1 || users > MOST_USERS) {
      throw new IllegalArgumentException("users must be 1 to " + MOST_USERS + ", was " + users);
    }
    if (measured.isNegative() || measured.isZero() || maxActions < 1) {
      throw new IllegalArgumentException("a measurement lasts longer than nothing");
    }
  }
}
