package org.mmm.figures;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts how long things took, from many threads, without allocating. From 64 microseconds to two
 * minutes in buckets of which each octave has four, so that a quantile is at most a quarter too
 * high.
 */
public final class LatencyCounts {
  /** Below 2^16 ns, 66 microseconds, all is one bucket. */
  private static final int LOWEST = 16;

  private static final int HIGHEST = 37;
  private static final int STEPS = 4;
  private static final long[] BOUNDS = bounds();

  private final AtomicLongArray counts = new AtomicLongArray(BOUNDS.length + 1);

  /** Counts one; negative times count as none at all. */
  public void add(long nanos) {
    counts.incrementAndGet(bucket(nanos));
  }

  /** What was counted until now. */
  public Histogram now() {
    long[] copy = new long[counts.length()];
    for (int i = 0; i < copy.length; i++) copy[i] = counts.get(i);
    return Histogram.of(BOUNDS, copy);
  }

  private static int bucket(long nanos) {
    long below = Math.max(0, nanos - 1); // so that a bound lies in the bucket that it ends
    if (below < 1L << LOWEST) return 0;
    int octave = 63 - Long.numberOfLeadingZeros(below);
    if (octave >= HIGHEST) return BOUNDS.length;
    int step = (int) (below >>> (octave - 2)) & (STEPS - 1);
    return 1 + (octave - LOWEST) * STEPS + step;
  }

  private static long[] bounds() {
    long[] all = new long[1 + (HIGHEST - LOWEST) * STEPS];
    all[0] = 1L << LOWEST;
    for (int i = 1; i < all.length; i++) {
      int octave = LOWEST + (i - 1) / STEPS;
      all[i] = (1L << octave) + ((i - 1) % STEPS + 1) * (1L << (octave - 2));
    }
    return all;
  }
}
