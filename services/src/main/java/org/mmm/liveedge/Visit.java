package org.mmm.liveedge;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What a redeemed ticket lets its bearer do. Any thread may ask. */
public interface Visit {
  /** The ID of the place that may be watched. */
  String room();

  /** The ID of the Persona that may be steered there; null if none. */
  @Nullable String persona();

  /** Whether all of that is still so; never fails. */
  CompletionStage<Boolean> stillHolds();

  /** It began; {@link #ended} follows once. */
  void began();

  /** It ended. */
  void ended();
}
