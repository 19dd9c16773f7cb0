package org.mmm.process;

/**
 * How fast a Process asks, and how often it was refused, in the present minute.
 *
 * @param minute minutes since 1970-01-01T00:00Z
 * @param asked Process Actions asked in it
 * @param refused those of them that were refused
 */
public record Pace(long minute, int asked, int refused) {
  private static final long MINUTE_MILLIS = 60_000;

  static Pace none() {
    return new Pace(0, 0, 0);
  }

  Pace asked(long millis) {
    Pace now = at(millis);
    return new Pace(now.minute, now.asked + 1, now.refused);
  }

  Pace refused(long millis) {
    Pace now = at(millis);
    return new Pace(now.minute, now.asked, now.refused + 1);
  }

  Pace at(long millis) {
    long present = millis / MINUTE_MILLIS;
    return present == minute ? this : new Pace(present, 0, 0);
  }

  /** Milliseconds until the next minute begins. */
  static long untilNext(long millis) {
    return MINUTE_MILLIS - millis % MINUTE_MILLIS;
  }
}
