package org.mmm.figures;

import com.typesafe.config.Config;
import java.time.Duration;
import org.mmm.settings.SettingRules;

/**
 * How figures are taken; read from {@code mmm.figures}, where each setting is explained.
 *
 * @param window over which rates are taken; 2 s to 60 s, whole seconds
 * @param answerWithin how long the other nodes may take to tell theirs; 100 ms to 5 s
 * @param hotRooms how many places are named; 1 to 100
 * @param shardsEvery how often the shards are asked how many entities they have; 1 s to 60 s
 */
public record FiguresSettings(
    Duration window, Duration answerWithin, int hotRooms, Duration shardsEvery) {
  /** How often the counts are noted. */
  static final Duration ROUND = Duration.ofSeconds(1);

  private static final SettingRules RULES = new SettingRules("mmm.figures");

  /**
   * @throws IllegalArgumentException if a value breaks its rule; names it, the rule and the value
   */
  public FiguresSettings {
    RULES.between("window", window, Duration.ofSeconds(2), Duration.ofSeconds(60));
    RULES.between("answer-within", answerWithin, Duration.ofMillis(100), Duration.ofSeconds(5));
    RULES.between("hot-rooms", hotRooms, 1, 100);
    RULES.between("shards-every", shardsEvery, Duration.ofSeconds(1), Duration.ofSeconds(60));
  }

  /**
   * @param root a whole configuration
   * @throws IllegalArgumentException if a value breaks its rule
   */
  public static FiguresSettings of(Config root) {
    Config c = root.getConfig("mmm.figures");
    return new FiguresSettings(
        c.getDuration("window"),
        c.getDuration("answer-within"),
        c.getInt("hot-rooms"),
        c.getDuration("shards-every"));
  }

  /** Of how many rounds a window is. */
  public int rounds() {
    return (int) (window.toMillis() / ROUND.toMillis());
  }
}
