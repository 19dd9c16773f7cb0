package org.mmm.architecture.samples;

import java.security.SecureRandom;

/** Draws a number itself. */
public final class RollsDice {
  private RollsDice() {}

  /** One to six. */
  public static int roll() {
    return 1 + new SecureRandom().nextInt(6);
  }
}
