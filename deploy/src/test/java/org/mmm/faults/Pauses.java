package org.mmm.faults;

import java.util.List;
import java.util.Map;

/**
 * How long those waited who asked while something happened.
 *
 * @param requests how many asked
 * @param p99 in ms
 * @param longest in ms
 * @param aboveSecond how many waited for more than one second
 */
record Pauses(long requests, long p99, long longest, long aboveSecond) {
  private static final long NANOS_PER_MILLI = 1_000_000;

  static Pauses of(List<Attempts.Attempt> asked) {
    List<Long> took = asked.stream().map(a -> a.took() / NANOS_PER_MILLI).sorted().toList();
    if (took.isEmpty()) return new Pauses(0, 0, 0, 0);
    int last = took.size() - 1;
    return new Pauses(
        took.size(),
        took.get((int) Math.ceil(last * 0.99)),
        took.get(last),
        took.stream().filter(millis -> millis > 1_000).count());
  }

  Map<String, Long> figures() {
    return Map.of(
        "requests", requests,
        "p99-ms", p99,
        "longest-ms", longest,
        "above-1-s", aboveSecond);
  }
}
