package org.mmm.interpreter;

import java.time.Duration;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;

/** Time as a run sees it. */
final class Clock {
  private Clock() {}

  static long millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }

  static void sleep(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(ExitCode.FAILED, "interrupted", e);
    }
  }
}
