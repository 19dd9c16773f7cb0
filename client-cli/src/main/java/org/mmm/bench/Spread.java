package org.mmm.bench;

/** Where the members of a Room stand; the world {@code bench} has places for each. */
public enum Spread {
  /** Within 10 m of the centre of a floor of 40 m, one cell of the interest grid: all see all. */
  TOGETHER("Hall", 16, 10),
  /** Anywhere on a floor of 250 m, of many cells. */
  FLOOR("Field", 4, 120);

  private final String prefix;
  private final int rooms;
  private final double reach;

  Spread(String prefix, int rooms, double reach) {
    this.prefix = prefix;
    this.rooms = rooms;
    this.reach = reach;
  }

  /** How many places for it there are. */
  public int rooms() {
    return rooms;
  }

  /** So many metres from the centre, right and left and before and behind, they begin at most. */
  double reach() {
    return reach;
  }

  /**
   * The ID of a place for it.
   *
   * @param number from 1
   */
  String room(int number) {
    return prefix + number;
  }
}
