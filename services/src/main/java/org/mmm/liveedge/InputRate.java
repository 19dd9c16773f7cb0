package org.mmm.liveedge;

/** Counts what one client says: so much a second, and two seconds' worth at once. */
final class InputRate {
  private static final long SECOND = 1_000_000_000L;

  private final int atMost;
  private double left;
  private long last;

  /**
   * @param atMost messages a second
   * @param nanos now
   */
  InputRate(int atMost, long nanos) {
    this.atMost = atMost;
    this.left = 2.0 * atMost;
    this.last = nanos;
  }

  /** Whether one more may come now. */
  boolean take(long nanos) {
    left = Math.min(2.0 * atMost, left + (double) (nanos - last) * atMost / SECOND);
    last = nanos;
    if (left < 1) return false;
    left--;
    return true;
  }
}
