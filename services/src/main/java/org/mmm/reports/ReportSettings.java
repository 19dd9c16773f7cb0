package org.mmm.reports;

import com.typesafe.config.Config;
import org.mmm.settings.SettingRules;

/**
 * How much is reported at most.
 *
 * @param openAtMost reports that are open
 * @param openByOne of these, by one Process
 * @param closedAtMost closed ones that are remembered
 * @param wordsAtMost characters of one
 */
public record ReportSettings(int openAtMost, int openByOne, int closedAtMost, int wordsAtMost) {
  /**
   * @param root a whole configuration, with {@code mmm.reports} in it
   * @throws IllegalArgumentException if a value is out of its bounds
   */
  public static ReportSettings of(Config root) {
    Config in = root.getConfig("mmm.reports");
    SettingRules rules = new SettingRules("mmm.reports");
    return new ReportSettings(
        whole(in, rules, "open-at-most", 10_000),
        whole(in, rules, "open-by-one", 1_000),
        whole(in, rules, "closed-at-most", 10_000),
        whole(in, rules, "words-at-most", 4_096));
  }

  private static int whole(Config in, SettingRules rules, String key, int most) {
    int value = in.getInt(key);
    rules.between(key, value, 1, most);
    return value;
  }
}
