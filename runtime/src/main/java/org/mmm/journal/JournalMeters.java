package org.mmm.journal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * Figures of the journal: how long writes and recoveries take, how many fail, how many events they
 * carry, and how many writes wait.
 */
final class JournalMeters {
  private final MeterRegistry registry;
  private final Timer writes;
  private final Timer reads;
  private final Counter failures;
  private final Counter late;
  private final Counter events;
  private final AtomicInteger waiting = new AtomicInteger();

  JournalMeters(MeterRegistry registry) {
    this.registry = registry;
    this.writes =
        Timer.builder("mmm.journal.write")
            .description("Time from an entity's write to its acknowledgement by the store")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofNanos(100_000))
            .maximumExpectedValue(Duration.ofSeconds(5))
            .register(registry);
    this.reads =
        Timer.builder("mmm.journal.read")
            .description("Time in which the store gave all events that a recovery asked for")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofNanos(100_000))
            .maximumExpectedValue(Duration.ofSeconds(10))
            .register(registry);
    Gauge.builder("mmm.journal.waiting", waiting, AtomicInteger::get)
        .description("Writes that the store has not acknowledged yet")
        .strongReference(true)
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

  /** A write begins: it ends by {@link #written} or {@link #failed}. */
  Timer.Sample start() {
    waiting.incrementAndGet();
    return Timer.start(registry);
  }

  /** A read begins: it ends by {@link #read}, or is not counted. */
  Timer.Sample startRead() {
    return Timer.start(registry);
  }

  void read(Timer.Sample sample) {
    sample.stop(reads);
  }

  /** How much waits for the one that writes to the embedded database. */
  void queue(IntSupplier length) {
    Gauge.builder("mmm.journal.queue", length, IntSupplier::getAsInt)
        .description("Work that waits for the writer of the embedded database")
        .strongReference(true)
        .register(registry);
  }

  /**
   * @param number how many events were written
   * @param patience how long their entity waited before it gave up
   */
  void written(Timer.Sample sample, int number, Duration patience) {
    waiting.decrementAndGet();
    if (sample.stop(writes) > patience.toNanos()) {
      late.increment();
    }
    events.increment(number);
  }

  void failed() {
    waiting.decrementAndGet();
    failures.increment();
  }
}
