package org.mmm.node;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting at the start, when there is nothing else to do. */
final class Pause {
  private static final Duration WHILE = Duration.ofMillis(200);

  private Pause() {}

  static void aWhile() {
    try {
      Thread.sleep(WHILE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NodeFailure.failed("interrupted", e);
    }
  }

  /** Waits until it holds, and says whether it did in time. */
  static boolean until(BooleanSupplier holds, Duration within) {
    long end = System.nanoTime() + within.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() - end > 0) return false;
      aWhile();
    }
    return true;
  }
}
