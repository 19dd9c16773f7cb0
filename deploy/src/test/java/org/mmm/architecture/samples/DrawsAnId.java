package org.mmm.architecture.samples;

import java.util.UUID;

/** Makes up an id itself. */
public final class DrawsAnId {
  private DrawsAnId() {}

  /** A new id. */
  public static String next() {
    return UUID.randomUUID().toString();
  }
}
