package org.mmm.bench;

import java.time.Duration;

/**
 * What to measure of live Rooms.
 *
 * @param members of each Room, 1 to 5,000
 * @param rooms 1 to as many as the world has for that spread; 10,000 members in all at most
 * @param hz how often each member says where it wants to stand, 1 to 60 a second
 * @param moving whether they walk; else they stand, and say nothing
 * @param spread where they stand
 * @param warmUp walking before the measurement begins
 * @param measured how long the measurement lasts
 * @param seed from which it is drawn who stands where
 */
public record RoomPlan(
    int members,
    int rooms,
    int hz,
    boolean moving,
    Spread spread,
    Duration warmUp,
    Duration measured,
    long seed) {
  public static final int MOST_MEMBERS = 5_000;
  public static final int MOST_IN_ALL = 10_000;

  /**
   * @throws IllegalArgumentException if a value breaks its rule; names it
   */
  public RoomPlan {
    between("members", members, 1, MOST_MEMBERS);
    between("rooms", rooms, 1, spread.rooms());
    between("members in all", (double) members * rooms, 1, MOST_IN_ALL);
    between("hz", hz, 1, 60);
    if (measured.isNegative() || measured.isZero() || warmUp.isNegative()) {
      throw new IllegalArgumentException("a measurement lasts longer than nothing");
    }
  }

  /** In all Rooms. */
  int people() {
    return members * rooms;
  }

  private static void between(String what, double value, int least, int most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          what + " must be " + least + " to " + most + ", was " + value);
    }
  }
}
