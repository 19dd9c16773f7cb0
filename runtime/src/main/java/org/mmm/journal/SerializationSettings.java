package org.mmm.journal;

import com.typesafe.config.Config;

/**
 * The settings under {@code mmm.serialization}, but for the roots.
 *
 * @param maxBytes the largest encoded value
 * @param maxDepth how deep values may be nested
 * @throws IllegalArgumentException if a value is out of its bounds; the message names the setting,
 *     the rule and the value
 */
record SerializationSettings(int maxBytes, int maxDepth) {
  SerializationSettings {
    if (maxBytes < 1024 || maxBytes > 1 << 20) {
      throw new IllegalArgumentException(
          "mmm.serialization.max-bytes must be between 1 KiB and 1 MiB, was " + maxBytes);
    }
    if (maxDepth < 8 || maxDepth > 1000) {
      throw new IllegalArgumentException(
          "mmm.serialization.max-depth must be between 8 and 1000, was " + maxDepth);
    }
  }

  static SerializationSettings of(Config root) {
    var serialization = root.getConfig("mmm.serialization");
    return new SerializationSettings(
        (int) Math.min(Integer.MAX_VALUE, serialization.getBytes("max-bytes")),
        serialization.getInt("max-depth"));
  }
}
