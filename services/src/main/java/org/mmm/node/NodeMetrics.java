package org.mmm.node;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.mmm.figures.RoomLoads;
import org.mmm.kernel.Address;
import org.mmm.kernel.EntityMetrics;

/** Counts what the entities of this node report. */
final class NodeMetrics implements EntityMetrics {
  private static final Runnable NOT_COUNTED = () -> {};

  /** The meters of one kind, made once, so that counting looks nothing up. */
  private record Meters(
      Timer writes,
      Counter events,
      Counter failed,
      Counter dropped,
      Counter heldBack,
      LongAdder deferred,
      Timer recoveries,
      Timer stops) {}

  private final MeterRegistry registry;
  private final RoomLoads rooms;
  private final Map<Address.Kind, Meters> meters = new EnumMap<>(Address.Kind.class);

  /**
   * @param rooms where the load of places is counted
   */
  NodeMetrics(MeterRegistry registry, RoomLoads rooms) {
    this.registry = registry;
    this.rooms = rooms;
    // From the start, so that the first of them is seen as one more, and an alert finds its figure.
    for (Address.Kind kind : Address.Kind.values()) meters.put(kind, meters(kind));
  }

  private Meters meters(Address.Kind kind) {
    LongAdder deferred = new LongAdder();
    Gauge.builder("mmm.entities.deferred", deferred, LongAdder::sum)
        .description("Messages that wait at entities until their state has changed")
        .tag("kind", kind.word())
        .strongReference(true)
        .register(registry);
    return new Meters(
        Timer.builder("mmm.entities.write")
            .description("Time from what an entity decided to its being written")
            .tag("kind", kind.word())
            .publishPercentiles(0.5, 0.99)
            .register(registry),
        counter("mmm.entities.events", "Events written by entities", kind),
        counter("mmm.entities.write.failures", "Writes of entities that failed", kind),
        counter("mmm.entities.deferred.dropped", "Messages left to repetition", kind),
        counter("mmm.entities.held.back", "Decisions dropped because the node had no lease", kind),
        deferred,
        timer(
            "mmm.entities.recovery", "Time from an entity's start to its knowing its state", kind),
        timer("mmm.entities.stop", "Time from an entity's being told to stop to its end", kind));
  }

  private Counter counter(String name, String description, Address.Kind kind) {
    return Counter.builder(name)
        .description(description)
        .tag("kind", kind.word())
        .register(registry);
  }

  /** With few buckets: there are six kinds, and nobody asks for more than a rough idea. */
  private Timer timer(String name, String description, Address.Kind kind) {
    return Timer.builder(name)
        .description(description)
        .tag("kind", kind.word())
        .serviceLevelObjectives(
            Duration.ofMillis(10),
            Duration.ofMillis(30),
            Duration.ofMillis(100),
            Duration.ofMillis(300),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(10))
        .register(registry);
  }

  private Meters of(Address.Kind kind) {
    return Objects.requireNonNull(meters.get(kind), "every kind has its meters");
  }

  @Override
  public void written(Address.Kind kind, int events, long nanos) {
    Meters own = of(kind);
    own.writes().record(nanos, TimeUnit.NANOSECONDS);
    own.events().increment(events);
  }

  @Override
  public void writeFailed(Address.Kind kind) {
    of(kind).failed().increment();
  }

  @Override
  public void deferredDropped(Address.Kind kind) {
    of(kind).dropped().increment();
  }

  @Override
  public void heldBack(Address.Kind kind) {
    of(kind).heldBack().increment();
  }

  @Override
  public void deferred(Address.Kind kind, int change) {
    of(kind).deferred().add(change);
  }

  @Override
  public void recovered(Address.Kind kind, long nanos) {
    of(kind).recoveries().record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void stopped(Address.Kind kind, long nanos) {
    of(kind).stops().record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public Runnable arrivals(Address self) {
    return self.kind() == Address.Kind.PLACE ? rooms.of(self.id()) : NOT_COUNTED;
  }
}
