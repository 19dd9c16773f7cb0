package org.mmm.architecture.samples.near;

import org.mmm.architecture.samples.far.Far;

/** Knows {@link Far}, which knows it. */
public record Near(Class<Far> other) {
  /** Its opposite. */
  public static Class<Far> opposite() {
    return Far.class;
  }
}
