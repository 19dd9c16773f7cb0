package org.mmm.kernel;

import com.typesafe.config.Config;
import java.time.Duration;
import org.mmm.settings.SettingRules;

/**
 * How entities are kept; read from {@code mmm.entities}.
 *
 * @param idleAfter how long an entity without work stays in memory; at least 1 s
 * @param flushSoonAfter how long an event that can be found out again may wait for the next write;
 *     at most 1 s
 * @param retryEvery how often an unanswered request is repeated; 100 ms to 10 s
 * @param snapshotEvery a snapshot after so many events; at least 10
 * @param deferredAtMost how many messages an entity keeps for later, the rest is left to
 *     repetition; 1 to 100,000
 * @param shards into how many shards each entity type is divided: part of the data format
 */
public record EntitySettings(
    Duration idleAfter,
    Duration flushSoonAfter,
    Duration retryEvery,
    int snapshotEvery,
    int deferredAtMost,
    int shards) {
  private static final SettingRules RULES = new SettingRules("mmm.entities");

  public EntitySettings {
    RULES.require(idleAfter.toMillis() >= 1_000, "idle-after", "at least 1 s", idleAfter);
    RULES.require(
        flushSoonAfter.toMillis() <= 1_000, "flush-soon-after", "at most 1 s", flushSoonAfter);
    RULES.between("retry-every", retryEvery, Duration.ofMillis(100), Duration.ofSeconds(10));
    RULES.require(snapshotEvery >= 10, "snapshot-every", "at least 10", snapshotEvery);
    RULES.between("deferred-at-most", deferredAtMost, 1, 100_000);
    RULES.between("shards", shards, 1, 1_000);
  }

  public static EntitySettings of(Config config) {
    Config c = config.getConfig("mmm.entities");
    return new EntitySettings(
        c.getDuration("idle-after"),
        c.getDuration("flush-soon-after"),
        c.getDuration("retry-every"),
        c.getInt("snapshot-every"),
        c.getInt("deferred-at-most"),
        c.getInt("shards"));
  }
}
