package org.mmm.interpreter;

/** Time as a run sees it. */
final class Clock {
  private Clock() {}

  static long millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }
}
