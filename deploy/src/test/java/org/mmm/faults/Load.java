package org.mmm.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** The load under which a fault counts. */
final class Load {
  private static final Duration MEASURED = Duration.ofSeconds(2);
  private static final Duration REACHED_WITHIN = Duration.ofSeconds(60);

  private final Driver driver;
  private final int least;

  /**
   * @param least Process Actions a second
   */
  Load(Driver driver, int least) {
    this.driver = driver;
    this.least = least;
  }

  /**
   * Waits until the load is there for a while: a fault without it proves nothing.
   *
   * @throws org.awaitility.core.ConditionTimeoutException if it never comes
   */
  void reached() {
    await("a load of " + least + " Process Actions a second")
        .atMost(REACHED_WITHIN)
        .pollInterval(MEASURED)
        .pollDelay(MEASURED)
        .until(() -> driver.perSecond(System.nanoTime() - MEASURED.toNanos()) >= least);
  }
}
