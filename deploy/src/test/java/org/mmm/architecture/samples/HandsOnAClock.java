package org.mmm.architecture.samples;

import java.util.function.LongSupplier;

/** Reads the time by a method reference, which is not a call in the byte code. */
public final class HandsOnAClock {
  private HandsOnAClock() {}

  /** A clock. */
  public static LongSupplier clock() {
    return System::nanoTime;
  }
}
