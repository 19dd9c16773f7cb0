package org.mmm.kernel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PreRestart;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.SnapshotAdapter;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;
import org.jspecify.annotations.Nullable;

/**
 * The one shell that runs a {@link Machine} as a persistent actor: decides in memory, writes what
 * was decided meanwhile in one write, and only then sends and answers. So a busy place writes as
 * often as the journal can, not as often as it is asked.
 *
 * @param <S> the machine's state
 * @param <E> the machine's events
 */
public final class MachineEntity<S, E>
    extends EventSourcedBehavior<EntityCommand, E, MachineEntity.Held<S>> {

  /** The state in memory, which is ahead of the journal by what is not written yet. */
  static final class Held<S> {
    S state;
    int ahead;

    Held(S state) {
      this.state = state;
    }
  }

  /** What a node's entities have in common. */
  public record Surroundings(
      Ambient ambient, Post post, EntitySettings settings, EntityMetrics metrics) {}

  private final Address self;
  private final Machine<S, E> machine;
  private final Surroundings around;
  private final ActorContext<EntityCommand> context;
  private final TimerScheduler<EntityCommand> timers;
  private final @Nullable ActorRef<ClusterSharding.ShardCommand> shard;

  private final List<E> unwritten = new ArrayList<>();
  private final List<Runnable> afterWrite = new ArrayList<>();
  private final Map<String, List<ActorRef<Response>>> waiting = new HashMap<>();
  private final Deque<EntityCommand.Envelope> deferred = new ArrayDeque<>();
  private boolean mustWrite;
  private boolean ticking;

  private MachineEntity(
      Address self,
      Machine<S, E> machine,
      Surroundings around,
      ActorContext<EntityCommand> context,
      TimerScheduler<EntityCommand> timers,
      @Nullable ActorRef<ClusterSharding.ShardCommand> shard) {
    super(
        PersistenceId.of(self.kind().word(), self.id()),
        SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(5), 0.2)
            .withStashCapacity(1_000));
    this.self = self;
    this.machine = machine;
    this.around = around;
    this.context = context;
    this.timers = timers;
    this.shard = shard;
  }

  /** The behaviour of one entity. */
  public static <S, E> Behavior<EntityCommand> of(
      Address self,
      Machine<S, E> machine,
      Surroundings around,
      @Nullable ActorRef<ClusterSharding.ShardCommand> shard) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  if (shard != null) {
                    context.setReceiveTimeout(
                        around.settings().idleAfter(), EntityCommand.Idle.NOW);
                  }
                  return new MachineEntity<>(self, machine, around, context, timers, shard);
                }));
  }

  @Override
  public Held<S> emptyState() {
    return new Held<>(machine.empty());
  }

  @Override
  public EventHandler<Held<S>, E> eventHandler() {
    return (held, event) -> {
      if (held.ahead > 0) held.ahead--; // applied when it was decided
      else held.state = machine.apply(held.state, event);
      return held;
    };
  }

  @Override
  public CommandHandler<EntityCommand, E, Held<S>> commandHandler() {
    return (held, command) -> {
      if (command instanceof EntityCommand.Envelope envelope) return receive(held, envelope);
      if (command instanceof EntityCommand.Flush) return write(held);
      if (command instanceof EntityCommand.FlushSoon) return write(held);
      if (command instanceof EntityCommand.Tick) return tick(held);
      if (command instanceof EntityCommand.Idle) return idle(held);
      return write(held, true);
    };
  }

  @Override
  public SignalHandler<Held<S>> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(
            RecoveryCompleted.instance(), held -> context.getSelf().tell(EntityCommand.Tick.NOW))
        .onSignal(PreRestart.class, (held, signal) -> around.metrics().writeFailed(self.kind()))
        .build();
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return RetentionCriteria.snapshotEvery(around.settings().snapshotEvery(), 2);
  }

  @Override
  public SnapshotAdapter<Held<S>> snapshotAdapter() {
    return new SnapshotAdapter<>() {
      @Override
      public Object toJournal(Held<S> held) {
        return held.state;
      }

      @SuppressWarnings("unchecked") // written by toJournal under this persistence ID
      @Override
      public Held<S> fromJournal(Object from) {
        return new Held<>((S) from);
      }
    };
  }

  private Effect<E, Held<S>> receive(Held<S> held, EntityCommand.Envelope envelope) {
    decide(held, envelope);
    watch(held);
    return Effect().none();
  }

  private void decide(Held<S> held, EntityCommand.Envelope envelope) {
    Moment now = around.ambient().moment(envelope.hlc());
    Outcome<E> outcome = machine.on(held.state, envelope.message(), now);
    if (outcome.deferred()) {
      keep(envelope);
      return;
    }
    boolean changed = !outcome.events().isEmpty() || !outcome.soon().isEmpty();
    S before = held.state;
    outcome.soon().forEach(e -> take(held, e));
    outcome.events().forEach(e -> take(held, e));
    if (!outcome.soon().isEmpty() && !mustWrite && !timers.isTimerActive("soon")) {
      timers.startSingleTimer(
          "soon", EntityCommand.FlushSoon.NOW, around.settings().flushSoonAfter());
    }
    if (!outcome.events().isEmpty() && !mustWrite) {
      mustWrite = true;
      context.getSelf().tell(EntityCommand.Flush.NOW);
    }
    if (outcome.awaits() != null && envelope.caller() != null) {
      waiting.computeIfAbsent(outcome.awaits(), k -> new ArrayList<>()).add(envelope.caller());
    }
    afterWrite(() -> act(outcome, envelope.caller(), now.hlc()));
    if (changed && !waiting.isEmpty()) {
      var wakes = machine.wakes(before, held.state, Set.copyOf(waiting.keySet()));
      if (!wakes.isEmpty()) afterWrite(() -> wakes.forEach(this::wake));
    }
    if (changed) offerDeferred(held);
  }

  private void take(Held<S> held, E event) {
    held.state = machine.apply(held.state, event);
    held.ahead++;
    unwritten.add(event);
  }

  private void act(Outcome<E> outcome, @Nullable ActorRef<Response> caller, Hlc hlc) {
    for (Send send : outcome.sends()) {
      around.post().send(send.to(), send.message(), hlc, send.passCaller() ? caller : null);
    }
    if (outcome.response() != null && caller != null) caller.tell(outcome.response());
    outcome.wakes().forEach(this::wake);
  }

  private void wake(String key, Response response) {
    List<ActorRef<Response>> callers = waiting.remove(key);
    if (callers != null) callers.forEach(c -> c.tell(response));
  }

  private void afterWrite(Runnable effect) {
    if (mustWrite) afterWrite.add(effect);
    else effect.run();
  }

  private void keep(EntityCommand.Envelope envelope) {
    if (deferred.size() < around.settings().deferredAtMost()) deferred.add(envelope);
    else around.metrics().deferredDropped(self.kind()); // its subject repeats it
  }

  private void offerDeferred(Held<S> held) {
    // One that changes the state offers the others itself, so there may be none left.
    for (int once = deferred.size(); once > 0 && !deferred.isEmpty(); once--) {
      decide(held, deferred.remove());
    }
  }

  private Effect<E, Held<S>> write(Held<S> held) {
    return write(held, false);
  }

  private Effect<E, Held<S>> write(Held<S> held, boolean thenStop) {
    timers.cancel("soon");
    mustWrite = false;
    List<E> events = List.copyOf(unwritten);
    List<Runnable> effects = List.copyOf(afterWrite);
    unwritten.clear();
    afterWrite.clear();
    if (events.isEmpty()) {
      effects.forEach(Runnable::run);
      return thenStop ? Effect().stop() : Effect().none();
    }
    long began = around.ambient().millis();
    var written =
        Effect()
            .persist(events)
            .thenRun(
                (Held<S> state) -> {
                  around
                      .metrics()
                      .written(
                          self.kind(),
                          events.size(),
                          Duration.ofMillis(around.ambient().millis() - began));
                  effects.forEach(Runnable::run);
                });
    return thenStop ? written.thenStop() : written;
  }

  private Effect<E, Held<S>> tick(Held<S> held) {
    Moment now = around.ambient().moment();
    List<Send> due = machine.due(held.state, now);
    if (!due.isEmpty()) { // behind the write of what they rest on
      afterWrite.add(
          () -> due.forEach(s -> around.post().send(s.to(), s.message(), now.hlc(), null)));
    }
    if (ticking && !machine.busy(held.state)) {
      timers.cancel("tick");
      ticking = false;
    }
    watch(held);
    return write(held);
  }

  private void watch(Held<S> held) {
    if (ticking || !machine.busy(held.state)) return;
    ticking = true;
    timers.startTimerWithFixedDelay("tick", EntityCommand.Tick.NOW, around.settings().retryEvery());
  }

  private Effect<E, Held<S>> idle(Held<S> held) {
    if (shard != null && !machine.busy(held.state) && waiting.isEmpty()) {
      shard.tell(new ClusterSharding.Passivate<>(context.getSelf()));
    }
    return Effect().none();
  }
}
