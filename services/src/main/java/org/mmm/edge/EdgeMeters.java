package org.mmm.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.mmm.action.Action;
import org.mmm.kernel.Response;
import org.mmm.pa.PaStatus;

/** The figures of the edge. */
final class EdgeMeters {
  private final PrometheusMeterRegistry registry;

  EdgeMeters(PrometheusMeterRegistry registry) {
    this.registry = registry;
  }

  /** A Process Action was answered, after so many nanoseconds. */
  void answered(Action action, Response response, long nanos) {
    Timer.builder("mmm.actions")
        .description("Process Actions by how they were answered, and how long that took")
        .tag("action", action.title())
        .tag("status", status(response))
        .publishPercentiles(0.5, 0.99)
        .register(registry)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  /** Something was refused before any Process saw it. */
  void refused(String kind) {
    Counter.builder("mmm.edge.refusals")
        .description("Requests refused before any Process saw them, by kind")
        .tag("kind", kind)
        .register(registry)
        .increment();
  }

  void gauge(String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).strongReference(true).register(registry);
  }

  String scrape() {
    return registry.scrape();
  }

  private static String status(Response response) {
    if (response instanceof Response.Performed performed) {
      return performed.reply().status() instanceof PaStatus.Err err
          ? err.reason().wireName()
          : "Ack";
    }
    return response instanceof Response.BadToken ? "BadToken" : "Throttled";
  }
}
