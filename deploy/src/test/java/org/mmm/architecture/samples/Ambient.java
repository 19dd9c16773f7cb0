package org.mmm.architecture.samples;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Does what the others may not: its name is the permission. */
public final class Ambient {
  private Ambient() {}

  /** Now, later. */
  public static CompletableFuture<Instant> now() {
    return CompletableFuture.supplyAsync(Instant::now);
  }
}
