package org.mmm.kernel;

import com.typesafe.config.Config;
import java.time.Duration;

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
  public EntitySettings {
    require(idleAfter.toMillis() >= 1_000, "idle-after", "at least 1 s", idleAfter);
    require(flushSoonAfter.toMillis() <= 1_000, "flush-soon-after", "at most 1 s", flushSoonAfter);
    require(
        retryEvery.toMillis() >= 100 && retryEvery.toMillis() <= 10_000,
        "retry-every",
        "from 100 ms to 10 s",
        retryEvery);
    require(snapshotEvery >= 10, "snapshot-every", "at least 10", snapshotEvery);
    require(
        deferredAtMost >= 1 && deferredAtMost <= 100_000,
        "deferred-at-most",
        "from 1 to 100000",
        deferredAtMost);
    require(shards >= 1 && shards <= 1_000, "shards", "from 1 to 1000", shards);
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

  private static void require(boolean holds, String key, String rule, Object value) {
    if (!holds)
      throw new IllegalArgumentException(
          "mmm.entities." + key + " must be " + rule + ", was " + value);
  }
}
