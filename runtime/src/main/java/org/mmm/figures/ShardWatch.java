package org.mmm.figures;

import java.time.Duration;
import java.util.Set;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.sharding.ClusterSharding;
import org.apache.pekko.cluster.sharding.ShardRegion;
import org.mmm.kernel.Address;

/** Asks the shards of one kind on this node, from time to time, how many entities they have. */
public final class ShardWatch {
  private enum Look {
    NOW
  }

  private ShardWatch() {}

  /**
   * Starts one for each kind; the entities must have been started.
   *
   * @return what is kept up to date
   */
  public static ShardTable start(ActorSystem<?> system, Set<Address.Kind> kinds, Duration every) {
    ShardTable table = new ShardTable();
    for (Address.Kind kind : kinds) {
      ActorRef region = ClusterSharding.get(Adapter.toClassic(system)).shardRegion(kind.word());
      system.systemActorOf(
          watch(region, kind, every, table), "figures-of-" + kind.word(), Props.empty());
    }
    return table;
  }

  private static Behavior<Object> watch(
      ActorRef region, Address.Kind kind, Duration every, ShardTable table) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startTimerWithFixedDelay(Look.NOW, Duration.ZERO, every);
                  return Behaviors.receive(Object.class)
                      .onMessageEquals(
                          Look.NOW,
                          () -> {
                            region.tell(
                                ShardRegion.getRegionStatsInstance(),
                                Adapter.toClassic(context.getSelf()));
                            return Behaviors.same();
                          })
                      .onMessage(
                          ShardRegion.ShardRegionStats.class,
                          stats -> {
                            table.put(kind, here(stats));
                            return Behaviors.same();
                          })
                      .build();
                }));
  }

  private static ShardTable.Here here(ShardRegion.ShardRegionStats stats) {
    int entities = stats.getStats().values().stream().mapToInt(number -> (Integer) number).sum();
    return new ShardTable.Here(stats.getStats().size() + stats.getFailed().size(), entities);
  }
}
