package org.mmm.edge;

import com.typesafe.config.Config;
import java.time.Duration;

/** Reads settings and refuses what is out of bounds, naming the setting, the rule and the value. */
final class Bounds {
  private final Config config;
  private final String under;

  /**
   * @param under the path of the settings, such as {@code mmm.edge}
   */
  Bounds(Config root, String under) {
    this.config = root.getConfig(under);
    this.under = under;
  }

  int whole(String key, int least, int most) {
    int value = config.getInt(key);
    check(key, value >= least && value <= most, "from " + least + " to " + most, value);
    return value;
  }

  int bytes(String key, int least, int most) {
    long value = config.getBytes(key);
    check(key, value >= least && value <= most, "from " + least + " to " + most + " bytes", value);
    return (int) value;
  }

  Duration time(String key, Duration least, Duration most) {
    Duration value = config.getDuration(key);
    boolean within = value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    check(key, within, "from " + least + " to " + most, value);
    return value;
  }

  String text(String key) {
    return config.getString(key);
  }

  private void check(String key, boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(under + "." + key + " must be " + rule + ", was " + value);
    }
  }
}
