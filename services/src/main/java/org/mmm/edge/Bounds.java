package org.mmm.edge;

import com.typesafe.config.Config;
import java.time.Duration;
import org.mmm.settings.SettingRules;

/** Reads settings and refuses what is out of bounds, naming the setting, the rule and the value. */
final class Bounds {
  private final Config config;
  private final SettingRules rules;

  /**
   * @param under the path of the settings, such as {@code mmm.edge}
   */
  Bounds(Config root, String under) {
    this.config = root.getConfig(under);
    this.rules = new SettingRules(under);
  }

  int whole(String key, int least, int most) {
    int value = config.getInt(key);
    rules.between(key, value, least, most);
    return value;
  }

  int bytes(String key, int least, int most) {
    long value = config.getBytes(key);
    rules.bytesBetween(key, value, least, most);
    return (int) value;
  }

  Duration time(String key, Duration least, Duration most) {
    Duration value = config.getDuration(key);
    rules.between(key, value, least, most);
    return value;
  }

  String text(String key) {
    return config.getString(key);
  }
}
