package org.mmm.cluster;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.sharding.ShardRegion.ClusterShardingStats;
import org.apache.pekko.cluster.sharding.typed.ClusterShardingQuery;
import org.apache.pekko.cluster.sharding.typed.HashCodeMessageExtractor;
import org.apache.pekko.cluster.sharding.typed.ShardingEnvelope;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.CallId;
import org.mmm.kernel.EntityCommand;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Message;

/** A node of a real cluster in this JVM, whose entities do nothing but live somewhere. */
final class TestNode implements AutoCloseable {
  static final String TYPE = "tally";
  static final int SHARDS = 20;

  /** Any message that goes to other nodes too; what an entity tells itself does not. */
  private static final EntityCommand WAKE =
      new EntityCommand.Envelope(
          new Message.Released("Hall", new CallId(Address.item("Chair"), 1, 0)), Hlc.ZERO, null);

  private static final Config TEST =
      ConfigFactory.parseString(
          """
          pekko.loglevel = WARNING
          pekko.actor.provider = cluster
          pekko.remote.artery.canonical { hostname = "127.0.0.1", port = 0 }
          pekko.coordinated-shutdown { exit-jvm = off, run-by-jvm-shutdown-hook = off }
          pekko.cluster {
            jmx.enabled = off
            sharding {
              rebalance-interval = 200ms
              retry-interval = 200ms
              state-store-mode = ddata
              remember-entities = off
              least-shard-allocation-strategy {
                rebalance-absolute-limit = 5, rebalance-relative-limit = 0.5
              }
            }
          }
          mmm.cluster.shards-per-round = 4
          """);

  final ActorSystem<Void> system;
  final Operations operations;
  final String place;
  private final ActorRef<ShardingEnvelope<EntityCommand>> region;

  TestNode(String name) {
    Config config =
        ConfigFactory.parseMap(
                Map.of("pekko.cluster.roles", List.of("process", "room", Peer.roleOf(name))))
            .withFallback(TEST)
            .withFallback(ConfigFactory.load());
    system = ActorSystem.create(Behaviors.<Void>empty(), "operations", config);
    place = ShardAllocation.place(Cluster.get(system).selfMember().address());
    operations = Operations.start(system, Ambient.system(), Set.of(TYPE));
    EntityTypeKey<EntityCommand> key = EntityTypeKey.create(EntityCommand.class, TYPE);
    region =
        ClusterSharding.get(system)
            .init(
                Entity.of(
                        key,
                        context ->
                            Behaviors.<EntityCommand>receiveMessage(
                                m ->
                                    m == EntityCommand.Stop.NOW
                                        ? Behaviors.stopped()
                                        : Behaviors.same()))
                    .withMessageExtractor(new HashCodeMessageExtractor<>(SHARDS))
                    .withStopMessage(EntityCommand.Stop.NOW)
                    .withAllocationStrategy(
                        new ShardAllocation(system, TYPE, operations::directives, config)));
  }

  void join(TestNode first) {
    Cluster.get(system)
        .manager()
        .tell(Join.create(Cluster.get(first.system).selfMember().address()));
  }

  /** Lets an entity of each shard live. */
  void wakeAll() {
    for (int i = 0; i < SHARDS; i++) {
      region.tell(new ShardingEnvelope<>(String.valueOf((char) ('a' + i)), WAKE));
    }
  }

  /** Shards by the place of their node. */
  Map<String, Set<String>> shards() {
    ClusterShardingStats stats =
        AskPattern.<ClusterShardingQuery, ClusterShardingStats>ask(
                ClusterSharding.get(system).shardState(),
                answerTo -> ShardCounts.question(TYPE, answerTo),
                Duration.ofSeconds(10),
                system.scheduler())
            .toCompletableFuture()
            .join();
    Map<String, Set<String>> shards = new TreeMap<>();
    ShardCounts.read(stats, Cluster.get(system).selfMember().address())
        .forEach((at, held) -> shards.put(at, held.keySet()));
    return shards;
  }

  /** How many shards that node has, as this one can ask. */
  int held(TestNode node) {
    return shardsOf(node).size();
  }

  Set<String> shardsOf(TestNode node) {
    return shards().getOrDefault(node.place, Set.of());
  }

  OperationAnswer ask(Function<ActorRef<OperationAnswer>, Operation> operation) {
    return AskPattern.<Operation, OperationAnswer>ask(
            operations.ref(), operation::apply, Duration.ofSeconds(20), system.scheduler())
        .toCompletableFuture()
        .join();
  }

  boolean drained(TestNode node) {
    return ask(Operation.Tell::new) instanceof OperationAnswer.Standing now
        && now.drained(node.place);
  }

  boolean ended() {
    return system.getWhenTerminated().toCompletableFuture().isDone();
  }

  @Override
  public void close() throws Exception {
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }
}
