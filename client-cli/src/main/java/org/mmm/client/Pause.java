package org.mmm.client;

import java.time.Duration;

/** Waits for what nobody announces: a node that comes back, a log of another node. */
public final class Pause {
  private Pause() {}

  /**
   * @throws Failure if the program is told to end meanwhile
   */
  public static void of(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(ExitCode.FAILED, "interrupted", e);
    }
  }
}
