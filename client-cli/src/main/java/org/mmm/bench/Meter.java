package org.mmm.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.mmm.client.Outcome;

/** Counts what the Users get, once it has been started. */
final class Meter {
  private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(5);

  private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
  private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();
  private final AtomicLong taken = new AtomicLong();
  private volatile boolean on;

  void start() {
    on = true;
  }

  void stop() {
    on = false;
  }

  /** How many answers were counted. */
  long count() {
    return taken.get();
  }

  void acknowledged(long nanos) {
    if (on) {
      taken.incrementAndGet();
      micros.recordValue(Math.min(LONGEST_MICROS, TimeUnit.NANOSECONDS.toMicros(nanos)));
    }
  }

  void refused(Outcome outcome) {
    refused(outcome.reason());
  }

  void refused(String reason) {
    if (on) {
      taken.incrementAndGet();
      refused.computeIfAbsent(reason, r -> new LongAdder()).increment();
    }
  }

  Result result(int users, double seconds, double cpuSeconds, double events) {
    Map<String, Long> reasons = new TreeMap<>();
    refused.forEach((reason, times) -> reasons.put(reason, times.sum()));
    long acknowledged = micros.getTotalCount();
    return new Result(
        users,
        acknowledged,
        seconds,
        micros.getValueAtPercentile(50) / 1000.0,
        micros.getValueAtPercentile(99) / 1000.0,
        reasons,
        cpuSeconds / seconds,
        acknowledged == 0 ? Double.NaN : events / acknowledged);
  }
}
