package org.mmm.local;

import java.time.Duration;
import java.util.Optional;

/** How long to wait before a process that ended is started again. */
final class Backoff {
  /** A process that was ready for so long has not failed at its start. */
  static final Duration GOOD_AFTER = Duration.ofSeconds(30);

  private static final int AT_MOST = 20;
  private static final int DOUBLINGS = 5;
  private static final int USAGE = 2;

  private Backoff() {}

  /**
   * @param failures how often in a row it ended, this time included; from 1
   * @param exit its exit code
   * @return empty where it is not to be started again
   */
  static Optional<Duration> after(int failures, int exit) {
    if (exit == USAGE || failures > AT_MOST) {
      return Optional.empty(); // it would end the same way
    }
    int seconds = 1 << Math.min(failures - 1, DOUBLINGS);
    return Optional.of(Duration.ofSeconds(Math.min(seconds, 30)));
  }
}
