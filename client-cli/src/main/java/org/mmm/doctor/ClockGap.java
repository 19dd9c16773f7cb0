package org.mmm.doctor;

import java.time.Duration;
import java.time.Instant;

/**
 * How far two clocks are apart, as far as that can be told: they are not read at the same moment,
 * and one may be read in whole seconds.
 *
 * @param least what they are apart at least; not negative
 * @param most what they are apart at most; not less than {@code least}
 */
record ClockGap(Duration least, Duration most) {
  /** How coarse the clock in an HTTP Date is, which says no fractions of a second. */
  private static final Duration SECOND = Duration.ofSeconds(1);

  ClockGap {
    if (least.isNegative() || most.compareTo(least) < 0) {
      throw new IllegalArgumentException("a gap from " + least + " to " + most + " is none");
    }
  }

  /**
   * Between the clock here and that of who answered.
   *
   * @param date when it answered, by its own clock, in whole seconds, the fraction left off
   * @param asked when it was asked, by the clock here
   * @param answered when the answer was there, by the clock here
   */
  static ClockGap of(Instant date, Instant asked, Instant answered) {
    return between(Duration.between(answered, date), Duration.between(asked, date.plus(SECOND)));
  }

  /**
   * Between the clocks of two that were asked together.
   *
   * @param difference of what they said
   * @param within how long it took to ask both
   */
  static ClockGap of(Duration difference, Duration within) {
    return between(difference.minus(within), difference.plus(within));
  }

  /** The one clock is ahead of the other by something from the first to the second. */
  private static ClockGap between(Duration ahead, Duration atMost) {
    boolean maybeNone = ahead.isNegative() != atMost.isNegative();
    Duration one = ahead.abs();
    Duration other = atMost.abs();
    Duration less = one.compareTo(other) < 0 ? one : other;
    Duration more = one.compareTo(other) < 0 ? other : one;
    return new ClockGap(maybeNone ? Duration.ZERO : less, more);
  }

  /** Whether they are further apart than that, surely. */
  boolean beyond(Duration limit) {
    return least.compareTo(limit) > 0;
  }

  /** For a person: no more than is known. */
  @Override
  public String toString() {
    return least.isZero()
        ? "at most " + most.toMillis() + " ms apart"
        : "from " + least.toMillis() + " to " + most.toMillis() + " ms apart";
  }
}
