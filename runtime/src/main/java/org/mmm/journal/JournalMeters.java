package org.mmm.journal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Figures of the journal: how long writes take, how many fail, how many events they carry. */
final class JournalMeters {
  private final MeterRegistry registry;
  private final Timer writes;
  private final Counter failures;
  private final Counter late;
  private final Counter events;

  JournalMeters(MeterRegistry registry) {
    this.registry = registry;
    this.writes =
        Timer.builder("mmm.journal.write")
            .description("Time from an entity's write to its acknowledgement by the store")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofNanos(100_000))
            .maximumExpectedValue(Duration.ofSeconds(5))
            .register(registry);
    this.failures =
        Counter.builder("mmm.journal.write.failures")
            .description("Writes that the store did not acknowledge")
            .register(registry);
    this.late =
        Counter.builder("mmm.journal.write.late")
            .description("Writes that the store acknowledged after their entity had given up")
            .register(registry);
    this.events =
        Counter.builder("mmm.journal.events")
            .description("Events acknowledged by the store")
            .register(registry);
  }

  Timer.Sample start() {
    return Timer.start(registry);
  }

  /**
   * @param number how many events were written
   * @param patience how long their entity waited before it gave up
   */
  void written(Timer.Sample sample, int number, Duration patience) {
    if (sample.stop(writes) > patience.toNanos()) {
      late.increment();
    }
    events.increment(number);
  }

  void failed() {
    failures.increment();
  }
}
