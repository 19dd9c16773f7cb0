package org.mmm.node;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.mmm.kernel.Address;
import org.mmm.kernel.EntityMetrics;

/** Counts what the entities of this node report. */
final class NodeMetrics implements EntityMetrics {
  private static final String FAILED = "mmm.entities.write.failures";
  private static final String DROPPED = "mmm.entities.deferred.dropped";
  private static final String HELD_BACK = "mmm.entities.held.back";

  private final MeterRegistry registry;

  NodeMetrics(MeterRegistry registry) {
    this.registry = registry;
    // From the start, so that the first of them is seen as one more, and an alert finds its figure.
    for (Address.Kind kind : Address.Kind.values()) {
      count(FAILED, "Writes of entities that failed", kind, 0);
      count(DROPPED, "Messages left to repetition", kind, 0);
      count(HELD_BACK, "Decisions dropped because the node had no lease", kind, 0);
    }
  }

  @Override
  public void written(Address.Kind kind, int events, Duration took) {
    Timer.builder("mmm.entities.write")
        .description("Time from what an entity decided to its being written")
        .tag("kind", kind.word())
        .publishPercentiles(0.5, 0.99)
        .register(registry)
        .record(took);
    count("mmm.entities.events", "Events written by entities", kind, events);
  }

  @Override
  public void writeFailed(Address.Kind kind) {
    count(FAILED, "Writes of entities that failed", kind, 1);
  }

  @Override
  public void deferredDropped(Address.Kind kind) {
    count(DROPPED, "Messages left to repetition", kind, 1);
  }

  @Override
  public void heldBack(Address.Kind kind) {
    count(HELD_BACK, "Decisions dropped because the node had no lease", kind, 1);
  }

  private void count(String name, String description, Address.Kind kind, int by) {
    Counter.builder(name)
        .description(description)
        .tag("kind", kind.word())
        .register(registry)
        .increment(by);
  }
}
