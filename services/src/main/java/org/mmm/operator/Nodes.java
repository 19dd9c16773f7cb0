package org.mmm.operator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.cluster.sharding.ShardRegion.ClusterShardingStats;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.typed.Cluster;
import org.mmm.cluster.Operation;
import org.mmm.cluster.OperationAnswer;
import org.mmm.cluster.Operations;
import org.mmm.cluster.Peer;
import org.mmm.cluster.ShardCounts;
import org.mmm.edge.Answer;
import org.mmm.edge.Refusal;
import org.mmm.kernel.Address;
import org.mmm.pa.Reason;

/** All nodes and their shards, as this one can ask for them. */
final class Nodes {
  /** A drain begins when the shards are counted and a majority of the nodes knows of it. */
  private static final Duration WITHIN = Duration.ofSeconds(8);

  private final ActorSystem<?> system;
  private final Operations operations;

  Nodes(ActorSystem<?> system, Operations operations) {
    this.system = system;
    this.operations = operations;
  }

  List<Peer> all() {
    return Peer.all(system);
  }

  /** The node of that name or place; refused with 404 if there is none. */
  Peer find(String nameOrPlace) {
    return all().stream()
        .filter(peer -> peer.is(nameOrPlace))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    "route",
                    Answer.error(
                        Reason.INC_ID,
                        "no node is called \""
                            + nameOrPlace
                            + "\"; there are "
                            + all().stream().map(Peer::name).toList())));
  }

  /** How the node at that place is called. */
  String name(String place) {
    return all().stream()
        .filter(peer -> peer.place().equals(place))
        .map(Peer::name)
        .findFirst()
        .orElse(place);
  }

  /** How things stand after that; refused with 409, or with 503 if it can be asked again. */
  CompletionStage<OperationAnswer.Standing> ask(
      Function<ActorRef<OperationAnswer>, Operation> operation) {
    return AskPattern.<Operation, OperationAnswer>ask(
            operations.ref(), operation::apply, WITHIN, system.scheduler())
        .handle(
            (answer, late) -> {
              if (answer instanceof OperationAnswer.Standing standing) return standing;
              if (answer instanceof OperationAnswer.Refused refused) {
                Reason reason = refused.later() ? Reason.UNABLE : Reason.CLASH;
                throw new Refusal("operator", Answer.error(reason, refused.why()));
              }
              throw new Refusal(
                  "operator",
                  Answer.error(
                      Reason.UNABLE, "the oldest node does not answer; ask how things stand"));
            });
  }

  /** Entities in memory by entity type, place of their node, and shard. */
  CompletionStage<Map<String, Map<String, Map<String, Integer>>>> shards() {
    CompletableFuture<Map<String, Map<String, Map<String, Integer>>>> all =
        CompletableFuture.completedFuture(new TreeMap<>());
    for (Address.Kind kind : Address.Kind.values()) {
      all =
          all.thenCombine(
              shards(kind.word()),
              (before, of) -> {
                before.put(kind.word(), of);
                return before;
              });
    }
    return all;
  }

  CompletionStage<Map<String, Map<String, Integer>>> shards(String type) {
    var self = Cluster.get(system).selfMember().address();
    return AskPattern
        .<org.apache.pekko.cluster.sharding.typed.ClusterShardingQuery, ClusterShardingStats>ask(
            ClusterSharding.get(system).shardState(),
            answerTo -> ShardCounts.question(type, answerTo),
            ShardCounts.WITHIN.plusSeconds(1),
            system.scheduler())
        .handle(
            (stats, late) -> {
              if (stats != null) return ShardCounts.read(stats, self);
              throw new Refusal(
                  "operator",
                  Answer.error(Reason.UNABLE, "the nodes do not tell their shards now; try again"));
            });
  }
}
