package org.mmm.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Any number of {@link Machine}s with their logs and the messages between them, in one thread and
 * without a clock: a value, of which every step makes a new one. Messages arrive in any order,
 * twice or not at all, entities crash and come back from their logs, as the steps taken say; {@link
 * Exploration} takes all there are, {@link RandomWalk} some from a seed.
 */
public final class Simulation {
  /** How much later the next tick is, milliseconds: as {@code mmm.entities.retry-every}. */
  public static final long TICK_MILLIS = 1_000;

  private final Function<Address, Machine<?, ?>> machines;
  private final UnaryOperator<Object> stored;
  private final PMap<Address, SimulatedEntity<?, ?>> entities;
  private final PVector<Flight> flights;
  private final PVector<Told> told;
  private final long millis;

  /**
   * A message under way.
   *
   * @param caller who waits for the answer, by any name; null if nobody
   */
  public record Flight(Address to, Message message, @Nullable String caller) {
    /** What is needed to follow a story of many of them. */
    @Override
    public String toString() {
      String what = message.getClass().getSimpleName() + " ";
      if (message instanceof Message.Request m) return what + told(m.call()) + " -> " + to;
      if (message instanceof Message.Consult m) {
        return what + m.question() + " " + told(m.call()) + " " + m.args() + " -> " + to;
      }
      if (message instanceof Message.Answer m) {
        return what + m.id() + " " + m.reply().status() + " -> " + to;
      }
      if (message instanceof Message.Submit m) return what + m.ask().key() + " -> " + to;
      return message + " -> " + to;
    }

    private static String told(Call call) {
      StringBuilder told = new StringBuilder(call.id().toString());
      if (call.settle()) told.append(" settle");
      for (Finding f : call.findings()) {
        told.append(", ").append(f.entity()).append(" to ").append(f.question());
        told.append(": ").append(f.status());
      }
      return told.toString();
    }
  }

  /** A caller was answered. */
  public record Told(String caller, Response response) {}

  /** What can happen next. */
  public sealed interface Step {
    /** The message arrives. */
    record Deliver(Flight flight) implements Step {}

    /**
     * The message arrives, what it brings about is written, and the entity crashes before it says
     * so.
     */
    record Crash(Flight flight) implements Step {}

    /** The message arrives, and will once more. */
    record Duplicate(Flight flight) implements Step {}

    /** The message never arrives. */
    record Lose(Flight flight) implements Step {}

    /** A second passes; everybody repeats what is due. */
    record Tick() implements Step {}

    /** So much time passes, and nothing else happens meanwhile. */
    record Lapse(long millis) implements Step {}
  }

  private Simulation(
      Function<Address, Machine<?, ?>> machines,
      UnaryOperator<Object> stored,
      PMap<Address, SimulatedEntity<?, ?>> entities,
      PVector<Flight> flights,
      PVector<Told> told,
      long millis) {
    this.machines = machines;
    this.stored = stored;
    this.entities = entities;
    this.flights = flights;
    this.told = told;
    this.millis = millis;
  }

  /**
   * Nobody is there yet, and nothing is under way.
   *
   * @param machines how the entity at an address decides
   * @param stored an event as it is read back from the journal
   * @param millis when it begins, epoch milliseconds
   */
  public static Simulation begin(
      Function<Address, Machine<?, ?>> machines, UnaryOperator<Object> stored, long millis) {
    return new Simulation(
        machines, stored, HashTreePMap.empty(), TreePVector.empty(), TreePVector.empty(), millis);
  }

  /** The same with one message more under way. */
  public Simulation tell(Address to, Message message, @Nullable String caller) {
    return with(entities, flights.plus(new Flight(to, message, caller)), told, millis);
  }

  /** The state of an entity; that of one that never was asked is empty. */
  public <S> S state(Address entity, Class<S> type) {
    return type.cast(entity(entity).state());
  }

  /** All that an entity has written, oldest first. */
  public List<?> log(Address entity) {
    return entity(entity).log();
  }

  /** The messages under way, oldest first. */
  public List<Flight> flights() {
    return flights;
  }

  /** Who was answered what, in order. */
  public List<Told> told() {
    return told;
  }

  /** What the wall clock says, epoch milliseconds. */
  public long millis() {
    return millis;
  }

  /** Whether nothing is under way and nobody has anything left to do. */
  public boolean settled() {
    return flights.isEmpty() && entities.values().stream().noneMatch(SimulatedEntity::busy);
  }

  /** Whether that message, if it arrives now, makes its receiver write. */
  public boolean writes(Flight flight) {
    return entity(flight.to()).on(flight, now()).wrote();
  }

  public Simulation take(Step step) {
    if (step instanceof Step.Deliver s)
      return deliver(s.flight(), flights.minus((Object) s.flight()), false);
    if (step instanceof Step.Crash s)
      return deliver(s.flight(), flights.minus((Object) s.flight()), true);
    if (step instanceof Step.Duplicate s) return deliver(s.flight(), flights, false);
    if (step instanceof Step.Lose s) {
      return with(entities, flights.minus((Object) s.flight()), told, millis);
    }
    if (step instanceof Step.Lapse s) return with(entities, flights, told, millis + s.millis());
    return tick();
  }

  private Simulation deliver(Flight flight, PVector<Flight> left, boolean crash) {
    SimulatedEntity.Handled<?, ?> handled = entity(flight.to()).on(flight, now());
    return crash
        ? with(entities.plus(flight.to(), handled.entity().recovered()), left, told, millis)
        : with(
            entities.plus(flight.to(), handled.entity()),
            left.plusAll(handled.sends()),
            told.plusAll(handled.told()),
            millis);
  }

  private Simulation tick() {
    Moment now = new Moment(millis + TICK_MILLIS, new Hlc(millis + TICK_MILLIS, 0));
    PVector<Flight> more = flights;
    PMap<Address, SimulatedEntity<?, ?>> after = entities;
    for (Address address : inOrder(entities.keySet())) {
      SimulatedEntity<?, ?> entity = entity(address).flushed();
      after = after.plus(address, entity);
      if (!entity.busy()) continue;
      for (Send send : entity.due(now))
        more = more.plus(new Flight(send.to(), send.message(), null));
    }
    return with(after, more, told, now.millis());
  }

  private static List<Address> inOrder(Set<Address> addresses) {
    List<Address> all = new ArrayList<>(addresses);
    all.sort(Comparator.comparing(Address::toString));
    return all;
  }

  private SimulatedEntity<?, ?> entity(Address address) {
    SimulatedEntity<?, ?> known = entities.get(address);
    return known != null ? known : SimulatedEntity.of(machines.apply(address), stored);
  }

  /**
   * All events of one instant carry the same hybrid time, so that what differs by order alone is
   * the same.
   */
  private Moment now() {
    return new Moment(millis, new Hlc(millis, 0));
  }

  private Simulation with(
      PMap<Address, SimulatedEntity<?, ?>> all,
      PVector<Flight> underWay,
      PVector<Told> answered,
      long time) {
    return new Simulation(machines, stored, all, underWay, answered, time);
  }

  /** Equal are two from which the same can come: the order of messages and answers is no matter. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Simulation s
        && millis == s.millis
        && flights.size() == s.flights.size()
        && entities.equals(s.entities)
        && counted(flights).equals(counted(s.flights))
        && new HashSet<>(told).equals(new HashSet<>(s.told));
  }

  @Override
  public int hashCode() {
    return Objects.hash(millis, entities, counted(flights), new HashSet<>(told));
  }

  private static Map<Flight, Integer> counted(List<Flight> flights) {
    Map<Flight, Integer> counted = new HashMap<>();
    flights.forEach(f -> counted.merge(f, 1, Integer::sum));
    return counted;
  }
}
