package org.mmm.architecture.samples;

import java.util.concurrent.CompletableFuture;

/** Answers later. */
public final class PromisesLater {
  private PromisesLater() {}

  /** A promise. */
  public static CompletableFuture<String> later() {
    return new CompletableFuture<>();
  }
}
