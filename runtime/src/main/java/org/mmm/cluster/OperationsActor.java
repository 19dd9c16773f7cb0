package org.mmm.cluster;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.cluster.ClusterEvent;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.ddata.LWWRegister;
import org.apache.pekko.cluster.ddata.typed.javadsl.DistributedData;
import org.apache.pekko.cluster.ddata.typed.javadsl.Replicator;
import org.apache.pekko.cluster.sharding.ShardRegion.ClusterShardingStats;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Leave;
import org.apache.pekko.cluster.typed.Subscribe;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.Ambient;

/**
 * Decides on each {@link Operation}, writes what follows for all nodes, and counts what is left.
 */
final class OperationsActor {
  private enum Own {
    READ,
    COUNT
  }

  /** What the nodes knew before this actor came to this one. */
  private record Read(@Nullable Directives known) {}

  private record Written() {}

  private record Counted(String type, @Nullable ClusterShardingStats stats) {}

  private record Gone(String place) {}

  private static final Duration COUNT_EVERY = Duration.ofMillis(500);

  /** Beyond what the nodes may take, for the way there and back. */
  private static final Duration SPARE = Duration.ofMillis(500);

  private final ActorContext<Object> context;
  private final TimerScheduler<Object> timers;
  private final Ambient ambient;
  private final SortedSet<String> types;
  private final Cluster cluster;
  private final Deque<Runnable> onWritten = new ArrayDeque<>();
  private final Map<String, Map<String, Integer>> left = new TreeMap<>();

  private @Nullable Directives now;
  private Operation.@Nullable Drain starting;

  /** The round of counting under way: who has not answered, and shards by place and type. */
  private final Set<String> asked = new HashSet<>();

  private final Map<String, Map<String, Integer>> counted = new TreeMap<>();
  private boolean whole;

  private OperationsActor(
      ActorContext<Object> context,
      TimerScheduler<Object> timers,
      Ambient ambient,
      SortedSet<String> types) {
    this.context = context;
    this.timers = timers;
    this.ambient = ambient;
    this.types = types;
    this.cluster = Cluster.get(context.getSystem());
  }

  static Behavior<Operation> behavior(Ambient ambient, SortedSet<String> types) {
    Behavior<Object> behavior =
        Behaviors.setup(
            context ->
                Behaviors.withTimers(
                    timers -> new OperationsActor(context, timers, ambient, types).begin()));
    return behavior.narrow();
  }

  private Behavior<Object> begin() {
    ActorRef<ClusterEvent.MemberRemoved> removed =
        context.messageAdapter(
            ClusterEvent.MemberRemoved.class,
            event -> new Gone(ShardAllocation.place(event.member().address())));
    cluster.subscriptions().tell(Subscribe.create(removed, ClusterEvent.MemberRemoved.class));
    context.getSelf().tell(Own.READ);
    return Behaviors.receive(Object.class)
        .onMessageEquals(Own.READ, this::read)
        .onMessage(Read.class, this::know)
        .onMessage(Operation.class, this::decide)
        .onMessage(Written.class, this::written)
        .onMessageEquals(Own.COUNT, this::count)
        .onMessage(Counted.class, this::counted)
        .onMessage(Gone.class, this::gone)
        .build();
  }

  private Behavior<Object> read() {
    ActorRef<Replicator.GetResponse<LWWRegister<Directives>>> answer =
        context
            .messageAdapter(
                Replicator.GetResponse.class,
                response ->
                    response instanceof Replicator.GetSuccess<?> found
                            && found.dataValue() instanceof LWWRegister<?> register
                        ? new Read((Directives) register.getValue())
                        : new Read(
                            response instanceof Replicator.NotFound ? Directives.NONE : null))
            .unsafeUpcast();
    replicator().tell(WantedState.get(answer));
    return Behaviors.same();
  }

  private Behavior<Object> know(Read read) {
    if (read.known() == null) {
      timers.startSingleTimer(Own.READ, COUNT_EVERY);
      return Behaviors.same();
    }
    now = read.known();
    Set<String> members = new HashSet<>();
    for (Member member : cluster.state().getMembers()) {
      members.add(ShardAllocation.place(member.address()));
    }
    Set<String> named = new HashSet<>(now.drains().keySet());
    named.addAll(now.pins().values());
    named.stream().filter(place -> !members.contains(place)).forEach(this::forget);
    countSoon();
    return Behaviors.same();
  }

  private Behavior<Object> decide(Operation operation) {
    Directives before = now;
    if (before == null) {
      refuse(operation, "the nodes are finding out what was asked of them; try again", true);
    } else if (operation instanceof Operation.Drain drain) {
      drain(before, drain);
    } else if (operation instanceof Operation.Undrain undrain) {
      left.remove(undrain.place());
      if (starting != null && starting.place().equals(undrain.place())) {
        refuse(starting, "it was undrained meanwhile", false);
        starting = null;
      }
      write(before.undrained(undrain.place()), operation);
    } else if (operation instanceof Operation.Pin pin) {
      Optional<String> why = Drains.pinRefusal(before, peers(), pin.pin(), pin.place());
      if (why.isPresent()) refuse(operation, why.get(), false);
      else write(before.pinned(pin.pin(), pin.place()), operation);
    } else if (operation instanceof Operation.Unpin unpin) {
      write(before.unpinned(unpin.pin()), operation);
    } else {
      operation.from().tell(standing());
    }
    return Behaviors.same();
  }

  private void drain(Directives before, Operation.Drain drain) {
    Directives.Drain known = before.drains().get(drain.place());
    if (known != null && drain.thenLeave() && !known.thenLeave()) {
      // Whoever asks a node to leave that is drained already, or just now, gets what is missing.
      var more = new Directives.Drain(known.since(), true, known.before());
      write(before.with(drain.place(), more), drain);
      return;
    }
    Optional<String> why = Drains.refusal(before, left, peers(), drain.place());
    if (starting != null) why = Optional.of(starting.place() + " is being drained; wait");
    if (why.isPresent()) {
      refuse(drain, why.get(), false);
      return;
    }
    starting = drain; // in force when its shards are counted
    countSoon();
  }

  private Behavior<Object> count() {
    if (now == null || (now.drains().isEmpty() && starting == null)) return Behaviors.same();
    if (asked.isEmpty()) {
      counted.clear();
      whole = true;
      asked.addAll(types);
      types.forEach(this::ask);
    }
    timers.startSingleTimer(Own.COUNT, COUNT_EVERY);
    return Behaviors.same();
  }

  private void ask(String type) {
    context.ask(
        ClusterShardingStats.class,
        ClusterSharding.get(context.getSystem()).shardState(),
        ShardCounts.WITHIN.plus(SPARE),
        answerTo -> ShardCounts.question(type, answerTo),
        (stats, late) -> new Counted(type, stats));
  }

  private Behavior<Object> counted(Counted answer) {
    if (answer.stats() == null) {
      whole = false;
    } else {
      ShardCounts.read(answer.stats(), cluster.selfMember().address())
          .forEach(
              (place, shards) ->
                  counted
                      .computeIfAbsent(place, p -> new TreeMap<>())
                      .put(answer.type(), shards.size()));
    }
    asked.remove(answer.type());
    Directives known = now;
    if (!asked.isEmpty() || known == null || !whole) return Behaviors.same();
    for (String place : known.drains().keySet()) left.put(place, counts(place));
    known.drains().forEach(this::leaveIfReady);
    Operation.Drain begun = starting;
    if (begun != null) {
      starting = null;
      Map<String, Integer> before = counts(begun.place());
      left.put(begun.place(), before);
      write(
          known.with(
              begun.place(), new Directives.Drain(ambient.millis(), begun.thenLeave(), before)),
          begun);
    }
    return Behaviors.same();
  }

  private Map<String, Integer> counts(String place) {
    return Map.copyOf(counted.getOrDefault(place, Map.of()));
  }

  private void leaveIfReady(String place, Directives.Drain drain) {
    if (!drain.thenLeave() || !Drains.isEmpty(left.get(place))) return;
    for (Member member : cluster.state().getMembers()) {
      if (ShardAllocation.place(member.address()).equals(place)) {
        cluster.manager().tell(Leave.create(member.address()));
      }
    }
  }

  private Behavior<Object> gone(Gone node) {
    if (starting != null && starting.place().equals(node.place())) starting = null;
    if (now != null) forget(node.place());
    return Behaviors.same();
  }

  private void forget(String place) {
    Directives before = now;
    left.remove(place);
    if (before == null || before.without(place).equals(before)) return;
    write(before.without(place), null);
  }

  /** Answers when the nodes know it, or some of them at least: the others will. */
  private void write(Directives next, @Nullable Operation then) {
    now = next;
    onWritten.addLast(
        () -> {
          if (then != null) then.from().tell(standing());
        });
    ActorRef<Replicator.UpdateResponse<LWWRegister<Directives>>> answer =
        context
            .messageAdapter(Replicator.UpdateResponse.class, response -> new Written())
            .unsafeUpcast();
    replicator()
        .tell(
            WantedState.put(
                DistributedData.get(context.getSystem()).selfUniqueAddress(), next, answer));
    countSoon();
  }

  private Behavior<Object> written(Written written) {
    Runnable then = onWritten.pollFirst();
    if (then != null) then.run();
    return Behaviors.same();
  }

  private void countSoon() {
    context.getSelf().tell(Own.COUNT);
  }

  private OperationAnswer standing() {
    Directives known = now;
    return new OperationAnswer.Standing(known == null ? Directives.NONE : known, left);
  }

  private static void refuse(Operation operation, String why, boolean later) {
    operation.from().tell(new OperationAnswer.Refused(why, later));
  }

  private List<Peer> peers() {
    return Peer.all(context.getSystem());
  }

  private ActorRef<Replicator.Command> replicator() {
    return DistributedData.get(context.getSystem()).replicator();
  }
}
