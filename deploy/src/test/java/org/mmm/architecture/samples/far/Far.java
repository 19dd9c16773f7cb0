package org.mmm.architecture.samples.far;

import org.mmm.architecture.samples.near.Near;

/** Knows {@link Near}, which knows it. */
public record Far(Class<Near> other) {
  /** Its opposite. */
  public static Class<Near> opposite() {
    return Near.class;
  }
}
