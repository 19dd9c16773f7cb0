package org.mmm.faults;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mmm.faults.Attempts.Attempt;

/**
 * What nodes said while their journal was away (P6).
 *
 * @param during what was asked once each node must have noticed, until the journal was back
 * @param atItsBegin what was asked before that
 * @param after what was asked when it was back
 * @param back when it was back, on the clock of the attempts
 */
record Outage(List<Attempt> atItsBegin, List<Attempt> during, List<Attempt> after, long back) {
  /** A write is unknown after 3 s at the latest; then one more may be on its way as a trial. */
  private static final long NOTICED_AFTER = 6_000_000_000L;

  static Outage of(List<Attempt> all, long gone, long back) {
    return new Outage(
        all.stream().filter(a -> a.sent() < gone + NOTICED_AFTER).toList(),
        all.stream()
            .filter(a -> a.sent() >= gone + NOTICED_AFTER && a.sent() + a.took() < back)
            .toList(),
        all.stream().filter(a -> a.sent() >= back).toList(),
        back);
  }

  /** What was said though the journal was away, and is not that it was surely not performed. */
  List<Attempt> wrong() {
    return during.stream().filter(a -> !a.unable()).toList();
  }

  Map<String, Long> figures() {
    Map<String, Long> figures = new TreeMap<>();
    figures.put("journal-away-unknown", atItsBegin.stream().filter(a -> a.status() == 504).count());
    figures.put(
        "journal-away-unknown-max-ms",
        millis(atItsBegin.stream().filter(a -> a.status() == 504).mapToLong(Attempt::took), 100));
    figures.put("journal-away-refused", (long) during.size());
    for (int percentile : List.of(50, 99, 100)) {
      figures.put(
          "journal-away-refused-p" + percentile + "-ms",
          millis(during.stream().mapToLong(Attempt::took), percentile));
    }
    figures.put(
        "journal-back-first-ack-ms",
        after.stream()
            .filter(a -> a.code().equals("Ack"))
            .mapToLong(a -> (a.sent() + a.took() - back) / 1_000_000)
            .min()
            .orElse(-1));
    return figures;
  }

  private static long millis(java.util.stream.LongStream nanos, int percentile) {
    long[] sorted = nanos.sorted().toArray();
    if (sorted.length == 0) return 0;
    return sorted[(int) Math.ceil(percentile / 100.0 * sorted.length) - 1] / 1_000_000;
  }
}
