package org.mmm.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.PreRestart;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
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
public final class MachineEntity<S, E> extends EventSourcedBehavior<EntityCommand, E, S> {

  /**
   * What a node's entities have in common.
   *
   * @param erasures how many Accounts were erased, as far as this node knows; cheap
   */
  public record Surroundings(
      Ambient ambient,
      Post post,
      Lease lease,
      EntitySettings settings,
      EntityMetrics metrics,
      LongSupplier erasures) {}

  private final Address self;
  private final Machine<S, E> machine;
  private final Surroundings around;
  private final ActorContext<EntityCommand> context;
  private final TimerScheduler<EntityCommand> timers;
  private final @Nullable ActorRef<ClusterSharding.ShardCommand> shard;

  private final List<E> unwritten = new ArrayList<>();
  private final List<Runnable> afterWrite = new ArrayList<>();
  private final Waiters waiting = new Waiters();
  private final Deferred deferred;
  private final Runnable arrivals;
  private final EntityLife life;
  private final @Nullable Companion<S> companion;

  /** What is decided, ahead of the journal by what is unwritten; null before the first message. */
  private @Nullable S decided;

  /** Events that are being written and are applied already. */
  private int applied;

  /** How many erasures this node knew of before the journal was read. */
  private long erasuresRead;

  private boolean mustWrite;
  private boolean ticking;

  private MachineEntity(
      Address self,
      Machine<S, E> machine,
      Surroundings around,
      ActorContext<EntityCommand> context,
      TimerScheduler<EntityCommand> timers,
      @Nullable ActorRef<ClusterSharding.ShardCommand> shard,
      @Nullable Companion<S> companion) {
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
    this.companion = companion;
    this.erasuresRead = around.erasures().getAsLong();
    this.arrivals = around.metrics().arrivals(self);
    this.life = new EntityLife(self.kind(), around.metrics(), around.ambient());
    this.deferred = new Deferred(self.kind(), around.metrics(), around.settings().deferredAtMost());
  }

  /** The behaviour of one entity that stands alone. */
  public static <S, E> Behavior<EntityCommand> of(
      Address self,
      Machine<S, E> machine,
      Surroundings around,
      @Nullable ActorRef<ClusterSharding.ShardCommand> shard) {
    return of(self, machine, around, shard, null);
  }

  /** The behaviour of one entity, with what stands beside it. */
  public static <S, E> Behavior<EntityCommand> of(
      Address self,
      Machine<S, E> machine,
      Surroundings around,
      @Nullable ActorRef<ClusterSharding.ShardCommand> shard,
      @Nullable Companion<S> companion) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  if (shard != null) {
                    context.setReceiveTimeout(
                        around.settings().idleAfter(), EntityCommand.Idle.NOW);
                  }
                  return new MachineEntity<>(
                      self, machine, around, context, timers, shard, companion);
                }));
  }

  @Override
  public S emptyState() {
    return machine.empty();
  }

  @Override
  public EventHandler<S, E> eventHandler() {
    return (state, event) -> {
      if (applied == 0 || decided == null) return machine.apply(state, event);
      applied--; // a write is applied as a whole when it was decided
      return decided;
    };
  }

  @Override
  public CommandHandler<EntityCommand, E, S> commandHandler() {
    return (written, command) -> {
      S state = unwritten.isEmpty() || decided == null ? written : decided;
      if (command instanceof EntityCommand.Envelope envelope) return receive(state, envelope);
      if (command instanceof EntityCommand.Attend attend) return attended(written, attend);
      if (command instanceof EntityCommand.Flush) return write(false);
      if (command instanceof EntityCommand.FlushSoon) return write(false);
      if (command instanceof EntityCommand.Tick) {
        if (companion != null) companion.ticked(written);
        return tick(state);
      }
      if (command instanceof EntityCommand.Idle) return idle(state);
      life.toldToStop();
      return write(true);
    };
  }

  @Override
  public SignalHandler<S> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.instance(), this::recovered)
        .onSignal(PreRestart.class, (state, signal) -> forget())
        .onSignal(PostStop.class, (state, signal) -> ended())
        .build();
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return RetentionCriteria.snapshotEvery(around.settings().snapshotEvery(), 2);
  }

  private void recovered(S state) {
    life.recovered();
    if (companion != null) companion.begun(context, state);
    context.getSelf().tell(EntityCommand.Tick.NOW);
  }

  private void ended() {
    deferred.takeAll();
    life.ended();
  }

  /** A write failed: what was decided is void, and who waits for it asks again. */
  private void forget() {
    around.metrics().writeFailed(self.kind());
    unwritten.clear();
    afterWrite.clear();
    waiting.clear();
    deferred.takeAll();
    life.begins();
    timers.cancel("soon");
    decided = null;
    applied = 0;
    mustWrite = false;
    erasuresRead = around.erasures().getAsLong();
    if (companion != null) companion.forget();
  }

  private Effect<E, S> attended(S written, EntityCommand.Attend attend) {
    if (companion != null) companion.attended(context, written, attend.by());
    return Effect().none();
  }

  private Effect<E, S> receive(S state, EntityCommand.Envelope envelope) {
    if (envelope.message() instanceof Message.Said said) {
      if (companion != null) companion.said(said);
      return Effect().none();
    }
    if (tellsWhatWasErased()) return readAgain(envelope);
    arrivals.run();
    if (companion != null && envelope.message() instanceof Message.Read read) {
      companion.asked(state, read.query());
    }
    watch(decide(state, envelope));
    return Effect().none();
  }

  /** Only when nothing is under way. Who waits asks again, and is then answered. */
  private boolean tellsWhatWasErased() {
    return shard != null
        && erasuresRead != around.erasures().getAsLong()
        && unwritten.isEmpty()
        && afterWrite.isEmpty()
        && deferred.isEmpty();
  }

  /** Stops; the shard keeps the message and what else comes, and starts this entity for it. */
  private Effect<E, S> readAgain(EntityCommand.Envelope envelope) {
    around.post().send(self, envelope.message(), envelope.hlc(), envelope.caller());
    if (shard != null) shard.tell(new ClusterSharding.Passivate<>(context.getSelf()));
    return Effect().none();
  }

  /** Decides, and offers again what had to wait for such a change; the state after all of it. */
  private S decide(S before, EntityCommand.Envelope envelope) {
    Moment now = around.ambient().moment(envelope.hlc());
    Outcome<E> outcome = machine.on(before, envelope.message(), now);
    if (outcome.deferred()) {
      deferred.keep(envelope);
      return before;
    }
    S after = take(before, outcome);
    if (!outcome.soon().isEmpty() && !mustWrite && !timers.isTimerActive("soon")) {
      timers.startSingleTimer(
          "soon", EntityCommand.FlushSoon.NOW, around.settings().flushSoonAfter());
    }
    if (!outcome.events().isEmpty() && !mustWrite) {
      mustWrite = true;
      context.getSelf().tell(EntityCommand.Flush.NOW);
    }
    if (outcome.awaits() != null && envelope.caller() != null) {
      waiting.add(outcome.awaits(), envelope.caller(), around.ambient().millis());
    }
    afterWrite(() -> act(outcome, envelope.caller(), now.hlc()));
    boolean changed = !outcome.events().isEmpty() || !outcome.soon().isEmpty();
    if (changed && !waiting.isEmpty()) {
      var wakes = machine.wakes(before, after, waiting.keys());
      if (!wakes.isEmpty()) afterWrite(() -> wakes.forEach(this::wake));
    }
    return changed ? offerDeferred(after) : after;
  }

  private S take(S before, Outcome<E> outcome) {
    List<E> events = new ArrayList<>(outcome.soon());
    events.addAll(outcome.events());
    S state = before;
    for (E event : events) state = machine.apply(state, event);
    unwritten.addAll(events);
    decided = state;
    return state;
  }

  private void act(Outcome<E> outcome, @Nullable ActorRef<Response> caller, Hlc hlc) {
    for (Send send : outcome.sends()) {
      around.post().send(send.to(), send.message(), hlc, send.passCaller() ? caller : null);
    }
    if (outcome.response() != null && caller != null) caller.tell(outcome.response());
    outcome.wakes().forEach(this::wake);
  }

  private void wake(String key, Response response) {
    waiting.take(key).forEach(caller -> caller.tell(response));
  }

  private void afterWrite(Runnable effect) {
    if (mustWrite) afterWrite.add(effect);
    else perform(List.of(effect));
  }

  /** Sends and answers, if nobody can have taken over meanwhile; else who waits asks again. */
  private void perform(List<Runnable> effects) {
    if (around.lease().held()) effects.forEach(Runnable::run);
    else around.metrics().heldBack(self.kind());
  }

  private S offerDeferred(S state) {
    S last = state;
    for (EntityCommand.Envelope envelope : deferred.takeAll()) last = decide(last, envelope);
    return last;
  }

  private Effect<E, S> write(boolean thenStop) {
    timers.cancel("soon");
    mustWrite = false;
    List<E> events = List.copyOf(unwritten);
    List<Runnable> effects = List.copyOf(afterWrite);
    unwritten.clear();
    afterWrite.clear();
    if (events.isEmpty()) {
      perform(effects);
      return thenStop ? Effect().stop() : Effect().none();
    }
    if (!around.lease().held()) {
      around.metrics().heldBack(self.kind());
      decided = null;
      return thenStop ? Effect().stop() : Effect().none();
    }
    applied = events.size();
    long begun = around.ambient().nanos();
    var written =
        Effect()
            .persist(events)
            .thenRun(
                (S state) -> {
                  around
                      .metrics()
                      .written(self.kind(), events.size(), around.ambient().nanos() - begun);
                  perform(effects);
                  if (companion != null) companion.written(state);
                });
    return thenStop ? written.thenStop() : written;
  }

  private Effect<E, S> tick(S state) {
    Moment now = around.ambient().moment();
    List<Send> due = machine.due(state, now);
    if (!due.isEmpty()) { // behind the write of what they rest on
      afterWrite.add(
          () -> due.forEach(s -> around.post().send(s.to(), s.message(), now.hlc(), null)));
    }
    if (ticking && !machine.busy(state)) {
      timers.cancel("tick");
      ticking = false;
    }
    watch(state);
    return write(false);
  }

  private void watch(S state) {
    if (ticking || !machine.busy(state)) return;
    ticking = true;
    timers.startTimerWithFixedDelay("tick", EntityCommand.Tick.NOW, around.settings().retryEvery());
  }

  private Effect<E, S> idle(S state) {
    if (shard != null && !machine.busy(state) && waiting.isEmpty(around.ambient().millis())) {
      shard.tell(new ClusterSharding.Passivate<>(context.getSelf()));
    }
    return Effect().none();
  }
}
