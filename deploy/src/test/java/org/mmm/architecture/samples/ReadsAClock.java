package org.mmm.architecture.samples;

import java.time.Instant;

/** Reads the time itself. */
public final class ReadsAClock {
  private ReadsAClock() {}

  /** Now. */
  public static Instant now() {
    return Instant.now();
  }
}
