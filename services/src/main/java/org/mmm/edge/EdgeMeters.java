package org.mmm.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.mmm.action.Action;
import org.mmm.figures.ActionCounts;
import org.mmm.figures.Ending;
import org.mmm.kernel.Response;

/** The figures of the edge. A meter is made when it is first needed, and then only counted with. */
final class EdgeMeters {
  private static final int ENDINGS = Ending.values().length;

  private final PrometheusMeterRegistry registry;
  private final ActionCounts counts;
  private final AtomicReferenceArray<Timer> timers =
      new AtomicReferenceArray<>(Action.values().length * ENDINGS);
  private final Map<String, Counter> refusals = new ConcurrentHashMap<>();

  /**
   * @param counts where the Process Actions of the last seconds are counted too
   */
  EdgeMeters(PrometheusMeterRegistry registry, ActionCounts counts) {
    this.registry = registry;
    this.counts = counts;
  }

  /** A Process Action was answered, after so many nanoseconds. */
  void answered(Action action, Response response, long nanos) {
    Ending ending = Ending.of(response);
    counts.answered(action, ending, nanos);
    timer(action, ending).record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Action action, Ending ending) {
    int index = action.ordinal() * ENDINGS + ending.ordinal();
    Timer known = timers.get(index);
    if (known != null) return known;
    Timer made =
        Timer.builder("mmm.actions")
            .description("Process Actions by how they were answered, and how long that took")
            .tag("action", action.title())
            .tag("status", ending.word())
            .publishPercentiles(0.5, 0.99)
            .register(registry);
    timers.set(index, made); // the registry gives the same to who made it at the same time
    return made;
  }

  /** Something was refused before any Process saw it. */
  void refused(String kind) {
    refusals.computeIfAbsent(kind, this::refusal).increment();
  }

  private Counter refusal(String kind) {
    return Counter.builder("mmm.edge.refusals")
        .description("Requests refused before any Process saw them, by kind")
        .tag("kind", kind)
        .register(registry);
  }

  void gauge(String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).strongReference(true).register(registry);
  }

  String scrape() {
    return registry.scrape();
  }
}
