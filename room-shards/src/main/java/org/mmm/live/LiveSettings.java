package org.mmm.live;

import com.typesafe.config.Config;
import java.time.Duration;

/**
 * How Rooms are live; read from {@code mmm.live}.
 *
 * @param rules of every Room
 * @param renewEvery how often a relay says that it is still there; 100 ms to 10 s. A Room forgets a
 *     relay that it did not hear of for three times as long
 * @param askAgainAfter how soon a relay that has lost its Room asks for it again; 10 ms to 10 s
 * @param watchersAtMost how many may watch one Room from one node; 1 to 100,000
 */
public record LiveSettings(
    LiveRules rules, Duration renewEvery, Duration askAgainAfter, int watchersAtMost) {
  public LiveSettings {
    within("renew-every", renewEvery, 100);
    within("ask-again-after", askAgainAfter, 10);
    if (watchersAtMost < 1 || watchersAtMost > 100_000) {
      throw new IllegalArgumentException(
          "mmm.live.watchers-at-most must be from 1 to 100000, was " + watchersAtMost);
    }
  }

  public static LiveSettings of(Config root) {
    Config c = root.getConfig("mmm.live");
    return new LiveSettings(
        new LiveRules(
            c.getInt("rate"), c.getDouble("cell"), c.getInt("far-per-tick"), c.getDouble("speed")),
        c.getDuration("renew-every"),
        c.getDuration("ask-again-after"),
        c.getInt("watchers-at-most"));
  }

  private static void within(String key, Duration value, long least) {
    if (value.toMillis() < least || value.toMillis() > 10_000) {
      throw new IllegalArgumentException(
          "mmm.live." + key + " must be from " + least + " ms to 10 s, was " + value);
    }
  }
}
