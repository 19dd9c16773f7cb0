package org.mmm.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * One entity of a {@link Simulation}, as {@link MachineEntity} keeps it: a state in memory, ahead
 * of what is written by what may be lost; callers that wait; messages kept for later.
 */
final class SimulatedEntity<S, E> {
  private final Machine<S, E> machine;
  private final UnaryOperator<Object> stored;
  private final PVector<E> log;
  private final S written;
  private final S state;
  private final PVector<E> unwritten;
  private final PVector<Simulation.Flight> deferred;
  private final PMap<String, PVector<String>> waiting;
  private final int hash;

  /** What comes of one message. */
  record Handled<S, E>(
      SimulatedEntity<S, E> entity,
      List<Simulation.Flight> sends,
      List<Simulation.Told> told,
      boolean wrote) {}

  private SimulatedEntity(
      Machine<S, E> machine,
      UnaryOperator<Object> stored,
      PVector<E> log,
      S written,
      S state,
      PVector<E> unwritten,
      PVector<Simulation.Flight> deferred,
      PMap<String, PVector<String>> waiting) {
    this.machine = machine;
    this.stored = stored;
    this.log = log;
    this.written = written;
    this.state = state;
    this.unwritten = unwritten;
    this.deferred = deferred;
    this.waiting = waiting;
    this.hash = Objects.hash(state, unwritten, deferred, waiting);
  }

  static <S, E> SimulatedEntity<S, E> of(Machine<S, E> machine, UnaryOperator<Object> stored) {
    S empty = machine.empty();
    return new SimulatedEntity<>(
        machine,
        stored,
        TreePVector.empty(),
        empty,
        empty,
        TreePVector.empty(),
        TreePVector.empty(),
        HashTreePMap.empty());
  }

  Object state() {
    return Objects.requireNonNull(state);
  }

  List<?> log() {
    return log;
  }

  boolean busy() {
    return machine.busy(state);
  }

  List<Send> due(Moment now) {
    return machine.due(state, now);
  }

  Handled<S, E> on(Simulation.Flight flight, Moment now) {
    List<Simulation.Flight> sends = new ArrayList<>();
    List<Simulation.Told> told = new ArrayList<>();
    SimulatedEntity<S, E> after = decide(flight, now, sends, told);
    return new Handled<>(after, sends, told, after.log.size() > log.size());
  }

  /** Writes what may have waited, as the timer makes it after a tenth of a second. */
  SimulatedEntity<S, E> flushed() {
    return unwritten.isEmpty()
        ? this
        : new SimulatedEntity<>(
            machine,
            stored,
            log.plusAll(unwritten),
            state,
            state,
            TreePVector.empty(),
            deferred,
            waiting);
  }

  /**
   * What is left of it after a crash: what its log says, read back.
   *
   * @throws AssertionError if that is another state than the one that was written
   */
  SimulatedEntity<S, E> recovered() {
    S again = machine.empty();
    for (E event : log) again = machine.apply(again, read(event));
    if (!Objects.equals(again, written)) {
      throw new AssertionError(
          "the log gives another state back:\n  was  " + written + "\n  now  " + again);
    }
    return new SimulatedEntity<>(
        machine,
        stored,
        log,
        again,
        again,
        TreePVector.empty(),
        TreePVector.empty(),
        HashTreePMap.empty());
  }

  private SimulatedEntity<S, E> decide(
      Simulation.Flight flight,
      Moment now,
      List<Simulation.Flight> sends,
      List<Simulation.Told> told) {
    Outcome<E> outcome = machine.on(state, flight.message(), now);
    if (outcome.deferred()) {
      return new SimulatedEntity<>(
          machine, stored, log, written, state, unwritten, deferred.plus(flight), waiting);
    }
    S next = state;
    for (E event : outcome.soon()) next = machine.apply(next, event);
    for (E event : outcome.events()) next = machine.apply(next, event);
    PVector<E> pending = unwritten.plusAll(outcome.soon()).plusAll(outcome.events());
    boolean write = !outcome.events().isEmpty();
    boolean changed = write || !outcome.soon().isEmpty();
    String caller = flight.caller();
    PMap<String, PVector<String>> waits = waiting;
    String awaits = outcome.awaits();
    if (awaits != null && caller != null) {
      waits =
          waits.plus(awaits, waits.getOrDefault(awaits, TreePVector.<String>empty()).plus(caller));
    }
    for (Send send : outcome.sends()) {
      sends.add(
          new Simulation.Flight(send.to(), send.message(), send.passCaller() ? caller : null));
    }
    if (outcome.response() != null && caller != null) {
      told.add(new Simulation.Told(caller, outcome.response()));
    }
    waits = wake(waits, outcome.wakes(), told);
    if (changed) waits = wake(waits, machine.wakes(state, next, waits.keySet()), told);
    PVector<Simulation.Flight> again = deferred;
    SimulatedEntity<S, E> after =
        new SimulatedEntity<>(
            machine,
            stored,
            write ? log.plusAll(pending) : log,
            write ? next : written,
            next,
            write ? TreePVector.empty() : pending,
            changed ? TreePVector.empty() : again,
            waits);
    if (changed) {
      for (Simulation.Flight kept : again) after = after.decide(kept, now, sends, told);
    }
    return after;
  }

  private static PMap<String, PVector<String>> wake(
      PMap<String, PVector<String>> waits,
      Map<String, Response> wakes,
      List<Simulation.Told> told) {
    PMap<String, PVector<String>> left = waits;
    for (var wake : wakes.entrySet()) {
      PVector<String> callers = left.get(wake.getKey());
      if (callers == null) continue;
      callers.forEach(c -> told.add(new Simulation.Told(c, wake.getValue())));
      left = left.minus(wake.getKey());
    }
    return left;
  }

  @SuppressWarnings("unchecked") // what is read back is what was written
  private E read(E event) {
    return (E) stored.apply(event);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SimulatedEntity<?, ?> e
        && hash == e.hash
        && Objects.equals(state, e.state)
        && Objects.equals(written, e.written)
        && unwritten.equals(e.unwritten)
        && deferred.equals(e.deferred)
        && waiting.equals(e.waiting);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
