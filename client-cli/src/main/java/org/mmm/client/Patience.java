package org.mmm.client;

import java.time.Duration;

/**
 * How long a request is repeated when the node is away or overloaded.
 *
 * @param retryFor from the first try to the last; zero means one try
 * @param firstPause before the second try; each later pause is twice the one before
 * @param longestPause no pause is longer, whatever the node's Retry-After says
 */
public record Patience(Duration retryFor, Duration firstPause, Duration longestPause) {
  public static final Duration DEFAULT_RETRY_FOR = Duration.ofSeconds(30);

  public Patience {
    if (retryFor.isNegative() || firstPause.isNegative() || longestPause.isNegative()) {
      throw new IllegalArgumentException("a wait must not be negative");
    }
  }

  public static Patience of(Duration retryFor) {
    return new Patience(retryFor, Duration.ofMillis(100), Duration.ofSeconds(2));
  }

  public static Patience none() {
    return of(Duration.ZERO);
  }

  /** The pause before try number {@code attempt} + 1, where the first try is 1. */
  Duration pauseAfter(int attempt) {
    int doublings = Math.min(attempt - 1, 20);
    Duration pause = firstPause.multipliedBy(1L << doublings);
    return pause.compareTo(longestPause) > 0 ? longestPause : pause;
  }
}
