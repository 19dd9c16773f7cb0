package org.mmm.cluster;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.cluster.sharding.ShardRegion.ClusterShardingStats;
import org.apache.pekko.cluster.sharding.typed.GetClusterShardingStats;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.mmm.kernel.EntityCommand;

/** Asks for the shards of one entity type, and reads the answer. */
public final class ShardCounts {
  /** How long the nodes may take to tell their shards. */
  public static final Duration WITHIN = Duration.ofSeconds(2);

  private ShardCounts() {}

  /** The question, as {@code ClusterSharding.shardState()} takes it. */
  public static GetClusterShardingStats question(
      String type, ActorRef<ClusterShardingStats> answerTo) {
    return new GetClusterShardingStats(
        EntityTypeKey.create(EntityCommand.class, type), WITHIN, answerTo);
  }

  /** Entities in memory by shard, by the place of their node. */
  public static Map<String, Map<String, Integer>> read(ClusterShardingStats stats, Address self) {
    Map<String, Map<String, Integer>> all = new TreeMap<>();
    stats
        .getRegions()
        .forEach(
            (address, region) -> {
              Map<String, Integer> shards = new TreeMap<>();
              region
                  .getStats()
                  .forEach((shard, entities) -> shards.put(shard, ((Number) entities).intValue()));
              all.put(ShardAllocation.place(address.hasLocalScope() ? self : address), shards);
            });
    return all;
  }
}
