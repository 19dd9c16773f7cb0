package org.mmm.cluster;

import com.typesafe.config.Config;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.sharding.ShardCoordinator.AbstractShardAllocationStrategy;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.dispatch.Futures;
import org.mmm.cluster.Placement.State;
import scala.collection.immutable.IndexedSeq;
import scala.concurrent.Future;
import scala.jdk.javaapi.CollectionConverters;

/** Lets the coordinator of one entity type put shards where {@link Placement} says. */
public final class ShardAllocation extends AbstractShardAllocationStrategy {
  private final String type;
  private final Cluster cluster;
  private final Supplier<Directives> directives;
  private final Placement.Limits limits;

  /**
   * @param type the entity type
   * @param directives what the operator wants at this moment
   */
  public ShardAllocation(
      ActorSystem<?> system, String type, Supplier<Directives> directives, Config root) {
    this.type = type;
    this.cluster = Cluster.get(system);
    this.directives = directives;
    this.limits = limits(root);
  }

  /**
   * How many shards move at the same time.
   *
   * @throws IllegalArgumentException if a value is out of its bounds
   */
  public static Placement.Limits limits(Config root) {
    Config balance = root.getConfig("pekko.cluster.sharding.least-shard-allocation-strategy");
    return new Placement.Limits(
        root.getInt("mmm.cluster.shards-per-round"),
        balance.getInt("rebalance-absolute-limit"),
        balance.getDouble("rebalance-relative-limit"));
  }

  @Override
  public Future<ActorRef> allocateShard(
      ActorRef requester, String shard, Map<ActorRef, IndexedSeq<String>> current) {
    Map<String, ActorRef> regions = new HashMap<>();
    current.keySet().forEach(region -> regions.put(place(region), region));
    return Futures.successful(regions.get(placement(current).home(shard)));
  }

  @Override
  public Future<Set<String>> rebalance(
      Map<ActorRef, IndexedSeq<String>> current, Set<String> moving) {
    return Futures.successful(placement(current).moves(moving));
  }

  private Placement placement(Map<ActorRef, IndexedSeq<String>> current) {
    Directives wanted = directives.get();
    Map<String, Member> reachable = reachable();
    List<Placement.Node> nodes = new ArrayList<>();
    current.forEach(
        (region, shards) -> {
          String place = place(region);
          nodes.add(
              new Placement.Node(
                  place,
                  state(wanted, place, reachable),
                  new HashSet<>(CollectionConverters.asJava(shards))));
        });
    return new Placement(nodes, wanted.pinsOf(type), limits);
  }

  private static State state(Directives wanted, String place, Map<String, Member> reachable) {
    Member member = reachable.get(place);
    if (member == null || !isStaying(member)) return State.GOING;
    return wanted.draining(place) ? State.DRAINING : State.OPEN;
  }

  private static boolean isStaying(Member member) {
    return member.status().equals(MemberStatus.up())
        || member.status().equals(MemberStatus.weaklyUp())
        || member.status().equals(MemberStatus.joining());
  }

  private Map<String, Member> reachable() {
    Map<String, Member> all = new HashMap<>();
    for (Member member : cluster.state().getMembers()) all.put(place(member.address()), member);
    for (Member lost : cluster.state().getUnreachable()) all.remove(place(lost.address()));
    return all;
  }

  /** The region of this very node has an address without a host. */
  private String place(ActorRef region) {
    Address address = region.path().address();
    return place(address.hasLocalScope() ? cluster.selfMember().address() : address);
  }

  static String place(Address address) {
    return address.host().get() + ":" + address.port().get();
  }
}
