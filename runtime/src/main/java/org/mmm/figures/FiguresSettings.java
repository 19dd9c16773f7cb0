package org.mmm.figures;

import com.typesafe.config.Config;
import java.time.Duration;

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

  /**
   * @throws IllegalArgumentException if a value breaks its rule; names it, the rule and the value
   */
  public FiguresSettings {
    between("window", window.toMillis(), 2_000, 60_000, " ms");
    between("answer-within", answerWithin.toMillis(), 100, 5_000, " ms");
    between("hot-rooms", hotRooms, 1, 100, "");
    between("shards-every", shardsEvery.toMillis(), 1_000, 60_000, " ms");
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

  private static void between(String key, long value, long least, long most, String unit) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "mmm.figures."
              + key
              + " must be from "
              + least
              + " to "
              + most
              + unit
              + ", was "
              + value
              + unit);
    }
  }
}
