package org.mmm.simulation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.mmm.kernel.Address;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Response;
import org.mmm.kernel.Send;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What {@link org.mmm.kernel.MachineEntity} does, without actor and journal: one ordered list of
 * unwritten events, written together; effects wait behind the write; death takes what is in memory
 * only. Copied before each step, which costs little, for all that it has is immutable.
 */
final class SimulatedEntity<S, E> {
  /** What is done once the events are written. */
  private sealed interface Effect {
    record Act<E>(Outcome<E> outcome, int caller, Hlc hlc) implements Effect {}

    record Wake(Map<String, Response> answers) implements Effect {}
  }

  private final Address self;
  private final Machine<S, E> machine;
  private final UnaryOperator<Object> wire;
  private S state;
  private Hlc hlc = Hlc.ZERO;
  private PVector<E> log = TreePVector.empty();
  private long logHash;
  private PVector<E> unwritten = TreePVector.empty();
  private boolean mustWrite;
  private PVector<Effect> afterWrite = TreePVector.empty();
  private PVector<Flight> deferred = TreePVector.empty();
  private PMap<String, PVector<Integer>> waiting = HashTreePMap.empty();

  SimulatedEntity(Address self, Machine<S, E> machine, UnaryOperator<Object> wire) {
    this.self = self;
    this.machine = machine;
    this.wire = wire;
    this.state = machine.empty();
  }

  SimulatedEntity<S, E> copy() {
    SimulatedEntity<S, E> copy = new SimulatedEntity<>(self, machine, wire);
    copy.state = state;
    copy.hlc = hlc;
    copy.log = log;
    copy.logHash = logHash;
    copy.unwritten = unwritten;
    copy.mustWrite = mustWrite;
    copy.afterWrite = afterWrite;
    copy.deferred = deferred;
    copy.waiting = waiting;
    return copy;
  }

  Address self() {
    return self;
  }

  S state() {
    return state;
  }

  /** What is written, oldest first, as it is read back. */
  List<E> log() {
    return log;
  }

  boolean mustWrite() {
    return mustWrite;
  }

  boolean busy() {
    return machine.busy(state);
  }

  /** Whether death would take something that no message can bring back. */
  boolean hasMemory() {
    return !unwritten.isEmpty() || !waiting.isEmpty() || !deferred.isEmpty();
  }

  /** Has this in its log from the start. */
  @SuppressWarnings("unchecked") // whoever begins an entity knows its events
  void begin(List<?> events) {
    events.forEach(e -> take((E) e));
    write(true, new Outbox());
  }

  void receive(Flight flight, long millis, Outbox out) {
    hlc = hlc.next(flight.hlc(), millis);
    Moment now = new Moment(millis, hlc);
    Outcome<E> outcome = machine.on(state, flight.message(), now);
    if (outcome.deferred()) {
      deferred = deferred.plus(flight);
      return;
    }
    S before = state;
    outcome.soon().forEach(this::take);
    outcome.events().forEach(this::take);
    boolean changed = !outcome.events().isEmpty() || !outcome.soon().isEmpty();
    mustWrite |= !outcome.events().isEmpty();
    String key = outcome.awaits();
    if (key != null && flight.caller() != Flight.NOBODY) {
      PVector<Integer> callers = waiting.getOrDefault(key, TreePVector.empty());
      waiting = waiting.plus(key, callers.plus(flight.caller()));
    }
    afterWrite(new Effect.Act<>(outcome, flight.caller(), hlc), out);
    if (changed && !waiting.isEmpty()) {
      var wakes = machine.wakes(before, state, Set.copyOf(waiting.keySet()));
      if (!wakes.isEmpty()) afterWrite(new Effect.Wake(wakes), out);
    }
    if (changed) offerDeferred(millis, out);
  }

  /** Writes what is decided; then sends, unless it dies in between. */
  void write(boolean dies, Outbox out) {
    for (E event : unwritten) {
      E stored = copied(event);
      log = log.plus(stored);
      logHash = Chance.mix(logHash * 31 + stored.hashCode());
    }
    unwritten = TreePVector.empty();
    mustWrite = false;
    List<Effect> effects = afterWrite;
    afterWrite = TreePVector.empty();
    if (!dies) effects.forEach(e -> perform(e, out));
  }

  /** Dies, comes back from its log, and repeats what is due. */
  void crash(long millis, Outbox out) {
    unwritten = TreePVector.empty();
    afterWrite = TreePVector.empty();
    mustWrite = false;
    deferred = TreePVector.empty();
    waiting = HashTreePMap.empty();
    hlc = Hlc.ZERO;
    state = recovered();
    tick(millis, out);
  }

  void tick(long millis, Outbox out) {
    hlc = hlc.next(Hlc.ZERO, millis);
    List<Send> due = machine.due(state, new Moment(millis, hlc));
    write(false, out);
    due.forEach(s -> out.sent.add(flight(s, Flight.NOBODY, hlc)));
  }

  /** A number that tells apart what it is, unless by a rare accident. */
  long fingerprint() {
    long memory = 31L * afterWrite.size() + deferred.hashCode();
    long all = Chance.mix(state.hashCode() + (memory << 32)) + logHash + waiting.hashCode();
    return Chance.mix(all * 31 + unwritten.size() * 2L + (mustWrite ? 1 : 0));
  }

  /** Snapshot and rest of the log must come to the same as the log. */
  private S recovered() {
    S all = machine.empty();
    for (E event : log) all = machine.apply(all, event);
    S some = machine.empty();
    int snapshotAt = log.size() / 2;
    for (E event : log.subList(0, snapshotAt)) some = machine.apply(some, event);
    some = copied(some);
    for (E event : log.subList(snapshotAt, log.size())) some = machine.apply(some, event);
    if (!some.equals(all)) {
      throw new IllegalStateException(
          self + " comes back from its snapshot as " + some + ", from its log as " + all);
    }
    return all;
  }

  private void take(E event) {
    state = machine.apply(state, event);
    unwritten = unwritten.plus(event);
  }

  private void offerDeferred(long millis, Outbox out) {
    for (int once = deferred.size(); once > 0 && !deferred.isEmpty(); once--) {
      Flight first = deferred.get(0);
      deferred = deferred.minus(0);
      receive(first, millis, out);
    }
  }

  private void afterWrite(Effect effect, Outbox out) {
    if (mustWrite) afterWrite = afterWrite.plus(effect);
    else perform(effect, out);
  }

  private void perform(Effect effect, Outbox out) {
    if (effect instanceof Effect.Wake wake) {
      wake.answers().forEach((key, answer) -> wake(key, answer, out));
    } else if (effect instanceof Effect.Act<?> act) {
      Outcome<?> outcome = act.outcome();
      for (Send send : outcome.sends()) {
        out.sent.add(flight(send, send.passCaller() ? act.caller() : Flight.NOBODY, act.hlc()));
      }
      Response response = outcome.response();
      if (response != null) tell(act.caller(), response, out);
      outcome.wakes().forEach((key, answer) -> wake(key, answer, out));
    }
  }

  private void wake(String key, Response answer, Outbox out) {
    PVector<Integer> callers = waiting.get(key);
    if (callers == null) return;
    waiting = waiting.minus(key);
    callers.forEach(caller -> tell(caller, answer, out));
  }

  private void tell(int caller, Response response, Outbox out) {
    if (caller != Flight.NOBODY) out.told.add(new Outbox.Told(caller, copied(response)));
  }

  private Flight flight(Send send, int caller, Hlc at) {
    return new Flight(send.to(), copied(send.message()), at, caller);
  }

  @SuppressWarnings("unchecked") // a copy is of the same type
  private <T> T copied(T value) {
    return (T) wire.apply(value);
  }
}
