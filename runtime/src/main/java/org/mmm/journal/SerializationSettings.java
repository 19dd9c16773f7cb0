package org.mmm.journal;

import com.typesafe.config.Config;

/**
 * The settings under {@code mmm.serialization}, but for the roots.
 *
 * @param maxBytes the largest encoded value
 * @param maxSnapshotBytes the largest encoded state of an entity
 * @param maxDepth how deep values may be nested
 * @throws IllegalArgumentException if a value is out of its bounds; the message names the setting,
 *     the rule and the value
 */
record SerializationSettings(int maxBytes, int maxSnapshotBytes, int maxDepth) {
  SerializationSettings {
    if (maxBytes < 1024 || maxBytes > 1 << 20) {
      throw new IllegalArgumentException(
          "mmm.serialization.max-bytes must be between 1 KiB and 1 MiB, was " + maxBytes);
    }
    if (maxSnapshotBytes < maxBytes || maxSnapshotBytes > 64 << 20) {
      throw new IllegalArgumentException(
          "mmm.serialization.max-snapshot-bytes must be between max-bytes and 64 MiB, was "
              + maxSnapshotBytes);
    }
    if (maxDepth < 8 || maxDepth > 1000) {
      throw new IllegalArgumentException(
          "mmm.serialization.max-depth must be between 8 and 1000, was " + maxDepth);
    }
  }

  static SerializationSettings of(Config root) {
    var serialization = root.getConfig("mmm.serialization");
    return new SerializationSettings(
        bytes(serialization, "max-bytes"),
        bytes(serialization, "max-snapshot-bytes"),
        serialization.getInt("max-depth"));
  }

  /** The bound for what is written under that root: a state is written under a name in -state. */
  int maxBytes(String root) {
    return root.endsWith("-state") ? maxSnapshotBytes : maxBytes;
  }

  /** The setting that says so. */
  String setting(String root) {
    return root.endsWith("-state")
        ? "mmm.serialization.max-snapshot-bytes"
        : "mmm.serialization.max-bytes";
  }

  private static int bytes(Config serialization, String key) {
    return (int) Math.min(Integer.MAX_VALUE, serialization.getBytes(key));
  }
}
