package org.mmm.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.awaitility.core.ConditionTimeoutException;

/** The load under which a fault counts. */
final class Load {
  private static final Duration MEASURED = Duration.ofSeconds(2);

  /** New processes are slow at first. */
  private static final Duration REACHED_WITHIN = Duration.ofSeconds(120);

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
   * Waits until the load is there for a while: a fault without it proves nothing. If it does not
   * come, that says so, and is tried once more.
   *
   * @return Process Actions a second
   * @throws ConditionTimeoutException if it never comes
   */
  double reached() {
    try {
      return once();
    } catch (ConditionTimeoutException low) {
      System.out.println("void, and tried once more: " + low.getMessage());
      return once();
    }
  }

  private double once() {
    return await("a load of " + least + " Process Actions a second")
        .atMost(REACHED_WITHIN)
        .pollInterval(MEASURED)
        .pollDelay(MEASURED)
        .until(() -> driver.perSecond(System.nanoTime() - MEASURED.toNanos()), is -> is >= least);
  }
}
