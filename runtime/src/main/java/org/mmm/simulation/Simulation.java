package org.mmm.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.mmm.kernel.Address;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Message;
import org.mmm.kernel.Response;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * A whole M-Instance at one moment, in memory: entities with their logs, messages on their way,
 * clients who wait. Immutable: {@link #steps} are the ways in which it can go on, {@link #after} is
 * what comes of one. {@link Exploration} takes them all, or some at random.
 */
public final class Simulation {
  private record Setup(
      Map<Address.Kind, Function<Address, Machine<?, ?>>> machines, UnaryOperator<Object> wire) {}

  /** A client: what it asks, and the callers whose answers it awaits before. */
  private record Client(int caller, Set<Integer> after, Address to, Message message) {}

  /** So many times repeats are due, at most, before all must be settled. */
  private static final int ROUNDS = 200;

  private static final long ROUND_MILLIS = 1_000;

  private final Setup setup;
  private TreePMap<String, SimulatedEntity<?, ?>> entities = TreePMap.empty();
  private PVector<Flight> flights = TreePVector.empty();
  private PVector<Client> clients = TreePVector.empty();
  private PMap<Integer, PVector<Response>> responses = HashTreePMap.empty();
  private long millis;
  private Faults faults = Faults.NONE;

  private Simulation(Setup setup) {
    this.setup = setup;
  }

  /**
   * An M-Instance in which nothing has happened yet.
   *
   * @param machines how an entity of each kind decides
   * @param wire writes a value and reads it back: every message, event and snapshot goes through it
   * @param millis the time, milliseconds since 1970-01-01T00:00Z
   */
  public static Simulation of(
      Map<Address.Kind, Function<Address, Machine<?, ?>>> machines,
      UnaryOperator<Object> wire,
      long millis) {
    Simulation start = new Simulation(new Setup(Map.copyOf(machines), wire));
    start.millis = millis;
    return start;
  }

  /** From now on this may go wrong. */
  public Simulation with(Faults others) {
    Simulation next = copy();
    next.faults = others;
    return next;
  }

  /**
   * With one client more, who repeats what it asks each time that time passes until it is answered.
   *
   * @param caller its number, from 1
   * @param to whom it asks
   * @param after it asks once these callers are answered
   */
  public Simulation client(int caller, Address to, Message message, Integer... after) {
    Simulation next = copy();
    Client client = new Client(caller, Set.of(after), to, message);
    next.clients = clients.plus(client);
    if (next.ready(client)) next.ask(client);
    return next;
  }

  /** With an entity that has this in its log already. */
  public Simulation written(Address entity, List<?> events) {
    Simulation next = copy();
    next.changing(entity).begin(events);
    return next;
  }

  /** With a message on its way that nobody waits for. */
  public Simulation message(Address to, Message message) {
    Simulation next = copy();
    next.flights = flights.plus(new Flight(to, message, Hlc.ZERO, Flight.NOBODY));
    return next;
  }

  public long millis() {
    return millis;
  }

  /** What that entity has written, oldest first. */
  public List<?> log(Address entity) {
    SimulatedEntity<?, ?> e = entities.get(entity.toString());
    return e == null ? List.of() : e.log();
  }

  /**
   * What that entity is in memory now.
   *
   * @throws IllegalArgumentException if it is another kind of thing
   */
  public <T> T state(Address entity, Class<T> type) {
    SimulatedEntity<?, ?> e = entities.get(entity.toString());
    Object state = (e == null ? entity(entity) : e).state();
    if (type.isInstance(state)) return type.cast(state);
    throw new IllegalArgumentException(entity + " is a " + state.getClass().getSimpleName());
  }

  /** Every entity that was ever spoken to. */
  public List<Address> addresses() {
    return entities.keySet().stream().map(Address::parse).toList();
  }

  /** What that client was answered, oldest first. */
  public List<Response> responses(int caller) {
    return responses.getOrDefault(caller, TreePVector.empty());
  }

  /** The ways in which it can go on; none when nothing is left to happen. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (Flight flight : new LinkedHashSet<>(flights)) {
      steps.add(new Step.Deliver(flight, Step.Death.NONE));
      if (faults.crashes() > 0 && !faults.batched()) {
        steps.add(new Step.Deliver(flight, Step.Death.UNSENT));
        steps.add(new Step.Deliver(flight, Step.Death.UNWRITTEN));
      }
      if (faults.duplicates() > 0) steps.add(new Step.Repeat(flight));
      if (faults.losses() > 0) steps.add(new Step.Lose(flight));
    }
    for (SimulatedEntity<?, ?> entity : entities.values()) {
      if (entity.mustWrite()) {
        steps.add(new Step.Write(entity.self(), Step.Death.NONE));
        if (faults.crashes() > 0) steps.add(new Step.Write(entity.self(), Step.Death.UNSENT));
      }
      if (faults.crashes() > 0 && entity.hasMemory()) steps.add(new Step.Crash(entity.self()));
    }
    if (!faults.advances().isEmpty()) steps.add(new Step.Advance(faults.advances().get(0)));
    return steps;
  }

  /** What comes of one step. */
  Simulation after(Step step) {
    Simulation next = copy();
    next.take(step);
    return next;
  }

  /** What comes of it in order and without faults, until nothing is left to do. */
  public Simulation settled() {
    return settled(Exploration.Law.NONE);
  }

  /**
   * The same, watched at every step.
   *
   * @throws AssertionError if it does not settle, or the law does not hold
   */
  Simulation settled(Exploration.Law law) {
    Simulation now = with(new Faults(0, 0, 0, List.of(), faults.batched()));
    for (int round = 0; round < ROUNDS; round++) {
      for (List<Step> steps = now.steps(); !steps.isEmpty(); steps = now.steps()) {
        now = now.after(steps.get(0), law);
      }
      if (now.quiet()) return now;
      now = now.after(new Step.Advance(ROUND_MILLIS), law);
    }
    throw new AssertionError("not settled after " + ROUNDS + " s: " + now.restless());
  }

  private Simulation after(Step step, Exploration.Law law) {
    Simulation next = after(step);
    law.check(this, next);
    return next;
  }

  /** A number that tells apart what it is, unless by a rare accident. */
  long fingerprint() {
    long all = Chance.mix(millis * 31 + faults.hashCode()) + responses.hashCode();
    for (Flight flight : flights) all += Chance.mix(flight.hashCode());
    for (var entity : entities.entrySet()) {
      all += Chance.mix(entity.getKey().hashCode() + entity.getValue().fingerprint());
    }
    return all;
  }

  private void take(Step step) {
    Outbox out = new Outbox();
    if (step instanceof Step.Deliver s) {
      flights = flights.minus(s.flight());
      deliver(s.flight(), s.death(), out);
    } else if (step instanceof Step.Repeat s) {
      faults = faults.duplicating(faults.duplicates() - 1);
      deliver(s.flight(), Step.Death.NONE, out);
    } else if (step instanceof Step.Lose s) {
      faults = faults.losing(faults.losses() - 1);
      flights = flights.minus(s.flight());
    } else if (step instanceof Step.Write s) {
      SimulatedEntity<?, ?> entity = changing(s.entity());
      entity.write(s.death() == Step.Death.UNSENT, out);
      if (s.death() == Step.Death.UNSENT) crash(entity, out);
    } else if (step instanceof Step.Crash s) {
      crash(changing(s.entity()), out);
    } else if (step instanceof Step.Advance s) {
      advance(s.millis(), out);
    }
    out.sent.forEach(f -> flights = flights.plus(f));
    for (Outbox.Told told : out.told) {
      var before = responses.getOrDefault(told.caller(), TreePVector.empty());
      responses = responses.plus(told.caller(), before.plus(told.response()));
      if (before.isEmpty()) {
        for (Client client : clients) {
          if (client.after().contains(told.caller()) && ready(client)) ask(client);
        }
      }
    }
  }

  private void deliver(Flight flight, Step.Death death, Outbox out) {
    SimulatedEntity<?, ?> entity = changing(flight.to());
    Outbox early = new Outbox();
    entity.receive(flight, millis, early);
    if (death == Step.Death.UNWRITTEN) {
      crash(entity, out);
      return;
    }
    if (!faults.batched() && entity.mustWrite()) {
      entity.write(death == Step.Death.UNSENT, early);
    }
    if (death == Step.Death.UNSENT) crash(entity, out);
    else {
      out.sent.addAll(early.sent);
      out.told.addAll(early.told);
    }
  }

  private void crash(SimulatedEntity<?, ?> entity, Outbox out) {
    faults = faults.crashing(faults.crashes() - 1);
    millis++; // nobody comes back in the same millisecond
    entity.crash(millis, out);
  }

  private void advance(long by, Outbox out) {
    millis += by;
    if (!faults.advances().isEmpty()) faults = faults.passed();
    for (SimulatedEntity<?, ?> entity : List.copyOf(entities.values())) {
      if (entity.busy() || entity.hasMemory()) changing(entity.self()).tick(millis, out);
    }
    for (Client client : clients) {
      if (ready(client) && responses(client.caller()).isEmpty()) ask(client);
    }
  }

  private boolean ready(Client client) {
    return client.after().stream().noneMatch(c -> responses(c).isEmpty());
  }

  private void ask(Client client) {
    Flight flight = new Flight(client.to(), client.message(), Hlc.ZERO, client.caller());
    if (!flights.contains(flight)) flights = flights.plus(flight);
  }

  private boolean quiet() {
    return restless().isEmpty();
  }

  private Set<String> restless() {
    Set<String> all = new HashSet<>();
    for (SimulatedEntity<?, ?> e : entities.values()) {
      if (e.busy() || e.hasMemory()) all.add(e.self() + " is busy: " + e.state());
    }
    for (Client client : clients) {
      if (responses(client.caller()).isEmpty()) all.add("client " + client.caller() + " waits");
    }
    return all;
  }

  private SimulatedEntity<?, ?> changing(Address address) {
    SimulatedEntity<?, ?> before = entities.get(address.toString());
    SimulatedEntity<?, ?> next = before == null ? entity(address) : before.copy();
    entities = entities.plus(address.toString(), next);
    return next;
  }

  private SimulatedEntity<?, ?> entity(Address address) {
    Function<Address, Machine<?, ?>> machine = setup.machines().get(address.kind());
    if (machine == null) throw new IllegalArgumentException("no entities of kind " + address);
    return new SimulatedEntity<>(address, machine.apply(address), setup.wire());
  }

  private Simulation copy() {
    Simulation copy = new Simulation(setup);
    copy.entities = entities;
    copy.flights = flights;
    copy.clients = clients;
    copy.responses = responses;
    copy.millis = millis;
    copy.faults = faults;
    return copy;
  }
}
