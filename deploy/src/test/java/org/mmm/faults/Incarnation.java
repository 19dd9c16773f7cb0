package org.mmm.faults;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.Address;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Response;
import org.mmm.kernel.Send;

/**
 * An entity as it lives on one node: what {@link org.mmm.kernel.MachineEntity} does, with its time,
 * its journal and its node made by a {@link SimulatedCluster}.
 */
final class Incarnation<S, E> {
  /** What an incarnation needs of its node. */
  interface Home {
    long millis();

    /** Whether it may write and acknowledge. */
    boolean mayAct();

    /** Have {@link #write} called once the journal has taken what is there by then. */
    void writeSoon(Incarnation<?, ?> entity);

    void journal(Address entity, List<?> events);

    void send(Address to, Message message, Hlc hlc, @Nullable Integer caller);

    void tell(int caller, Response response);
  }

  private final Address self;
  private final Machine<S, E> machine;
  private final Home home;
  private final boolean answersFirst;
  private final List<E> unwritten = new ArrayList<>();
  private final List<Runnable> afterWrite = new ArrayList<>();
  private final Deque<Arrived> deferred = new ArrayDeque<>();
  private final Map<String, List<Integer>> waiting = new HashMap<>();
  private S state;
  private Hlc hlc = Hlc.ZERO;
  private boolean writing;

  /** A message with the sender's time, and who waits for the answer. */
  record Arrived(Message message, Hlc hlc, @Nullable Integer caller) {}

  /**
   * @param log what it has written, by whichever incarnation
   * @param answersFirst the fault of acknowledging before it is written
   */
  @SuppressWarnings("unchecked") // who runs an entity knows its events
  Incarnation(Address self, Machine<S, E> machine, List<?> log, Home home, boolean answersFirst) {
    this.self = self;
    this.machine = machine;
    this.home = home;
    this.answersFirst = answersFirst;
    S all = machine.empty();
    for (Object event : log) all = machine.apply(all, (E) event);
    this.state = all;
  }

  boolean busy() {
    return machine.busy(state) || !unwritten.isEmpty();
  }

  void receive(Arrived arrived) {
    hlc = hlc.next(arrived.hlc(), home.millis());
    Outcome<E> outcome = machine.on(state, arrived.message(), new Moment(home.millis(), hlc));
    if (outcome.deferred()) {
      deferred.add(arrived);
      return;
    }
    S before = state;
    List<E> events = new ArrayList<>(outcome.soon());
    events.addAll(outcome.events());
    for (E event : events) state = machine.apply(state, event);
    unwritten.addAll(events);
    if (outcome.awaits() != null && arrived.caller() != null) {
      waiting.computeIfAbsent(outcome.awaits(), k -> new ArrayList<>()).add(arrived.caller());
    }
    Hlc at = hlc;
    effect(() -> act(outcome, arrived.caller(), at));
    if (!events.isEmpty() && !waiting.isEmpty()) {
      var wakes = machine.wakes(before, state, Set.copyOf(waiting.keySet()));
      if (!wakes.isEmpty()) effect(() -> wakes.forEach(this::wake));
    }
    if (!unwritten.isEmpty() && !writing) {
      writing = true;
      home.writeSoon(this);
    }
    if (!events.isEmpty()) {
      List<Arrived> again = List.copyOf(deferred);
      deferred.clear();
      again.forEach(this::receive);
    }
  }

  /** The journal has taken it; false if it may not act any more, and must not live on. */
  boolean write() {
    writing = false;
    if (!home.mayAct()) return false;
    home.journal(self, List.copyOf(unwritten));
    unwritten.clear();
    List<Runnable> effects = List.copyOf(afterWrite);
    afterWrite.clear();
    effects.forEach(Runnable::run);
    return true;
  }

  void tick() {
    hlc = hlc.next(Hlc.ZERO, home.millis());
    Hlc at = hlc;
    List<Send> due = machine.due(state, new Moment(home.millis(), at));
    effect(() -> due.forEach(s -> home.send(s.to(), s.message(), at, null)));
  }

  private void effect(Runnable effect) {
    if (!unwritten.isEmpty() && !answersFirst) afterWrite.add(effect);
    else if (home.mayAct()) effect.run();
  }

  private void act(Outcome<E> outcome, @Nullable Integer caller, Hlc at) {
    for (Send send : outcome.sends()) {
      home.send(send.to(), send.message(), at, send.passCaller() ? caller : null);
    }
    Response response = outcome.response();
    if (response != null && caller != null) home.tell(caller, response);
    outcome.wakes().forEach(this::wake);
  }

  private void wake(String key, Response response) {
    List<Integer> callers = waiting.remove(key);
    if (callers != null) callers.forEach(c -> home.tell(c, response));
  }
}
