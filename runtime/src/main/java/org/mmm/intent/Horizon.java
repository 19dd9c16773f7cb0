package org.mmm.intent;

import org.mmm.kernel.Call;
import org.mmm.kernel.Moment;

/**
 * When it is too late to begin anything for a call. Whoever obeys this needs no record of the calls
 * that it declined: a subject settles only after notAfter, its settling carries a hybrid logical
 * time later than that, and whoever has seen it is never earlier again. So a first request that
 * comes after the settling comes too late by this rule as well.
 */
public final class Horizon {
  private Horizon() {}

  /** Whether nothing may be begun for it any more. */
  public static boolean passed(Call call, Moment now) {
    return call.settle() || now.hlc().millis() > call.notAfter();
  }
}
