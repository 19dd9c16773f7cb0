package org.mmm.journal;

import com.typesafe.config.Config;
import org.mmm.settings.SettingRules;

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
  private static final SettingRules RULES = new SettingRules("mmm.serialization");

  SerializationSettings {
    RULES.bytesBetween("max-bytes", maxBytes, 1_024, 1 << 20);
    RULES.bytesBetween("max-snapshot-bytes", maxSnapshotBytes, maxBytes, 64 << 20);
    RULES.between("max-depth", maxDepth, 8, 1_000);
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
