package org.mmm.live;

import com.typesafe.config.Config;
import java.time.Duration;
import org.mmm.settings.SettingRules;

/**
 * How Rooms are live; read from {@code mmm.live}.
 *
 * @param rules of every Room
 * @param renewEvery how often a relay says that it is still there; 100 ms to 10 s. A Room forgets a
 *     relay that it did not hear of for three times as long
 * @param askAgainAfter how soon a relay that has lost its Room asks for it again; 10 ms to 10 s
 * @param checkpointEvery how often a Room in which somebody walked keeps how all stand; 1 s to 10
 *     min. So much of the way is lost at most with a node
 * @param watchersAtMost how many may watch one Room from one node; 1 to 100,000
 */
public record LiveSettings(
    LiveRules rules,
    Duration renewEvery,
    Duration askAgainAfter,
    Duration checkpointEvery,
    int watchersAtMost) {
  private static final SettingRules RULES = new SettingRules("mmm.live");

  /**
   * @throws IllegalArgumentException if a value breaks its rule; names it, the rule and the value
   */
  public LiveSettings {
    RULES.between("renew-every", renewEvery, Duration.ofMillis(100), Duration.ofSeconds(10));
    RULES.between("ask-again-after", askAgainAfter, Duration.ofMillis(10), Duration.ofSeconds(10));
    RULES.between(
        "checkpoint-every", checkpointEvery, Duration.ofSeconds(1), Duration.ofMinutes(10));
    RULES.between("watchers-at-most", watchersAtMost, 1, 100_000);
  }

  /**
   * @param root a whole configuration
   * @throws IllegalArgumentException if a value breaks its rule
   */
  public static LiveSettings of(Config root) {
    Config c = root.getConfig("mmm.live");
    return new LiveSettings(
        new LiveRules(
            c.getInt("rate"), c.getDouble("cell"), c.getInt("far-per-tick"), c.getDouble("speed")),
        c.getDuration("renew-every"),
        c.getDuration("ask-again-after"),
        c.getDuration("checkpoint-every"),
        c.getInt("watchers-at-most"));
  }
}
