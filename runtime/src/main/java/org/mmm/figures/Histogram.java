package org.mmm.figures;

import java.util.Arrays;

/**
 * How many of something took how long, since the count began. Bucket {@code i} holds those that
 * took at most {@code bounds[i]} nanoseconds and more than the bound before; the last bucket holds
 * all that took longer than every bound.
 */
public final class Histogram {
  /** Nothing was counted. */
  public static final Histogram NONE = new Histogram(new long[0], new long[1]);

  private final long[] bounds;
  private final long[] counts;

  private Histogram(long[] bounds, long[] counts) {
    this.bounds = bounds;
    this.counts = counts;
  }

  /**
   * @param bounds in nanoseconds, rising
   * @param counts one more than there are bounds
   */
  public static Histogram of(long[] bounds, long[] counts) {
    if (counts.length != bounds.length + 1) {
      throw new IllegalArgumentException(
          "counts must be one more than bounds (" + bounds.length + "), were " + counts.length);
    }
    return new Histogram(bounds.clone(), counts.clone());
  }

  /** What was counted since that earlier state of the same count; everything, if it is another. */
  public Histogram since(Histogram before) {
    if (!Arrays.equals(bounds, before.bounds)) return this;
    long[] more = new long[counts.length];
    for (int i = 0; i < more.length; i++) more[i] = Math.max(0, counts[i] - before.counts[i]);
    return new Histogram(bounds, more);
  }

  /** Both counts together; they have the same bounds, or one of them is {@link #NONE}. */
  public Histogram plus(Histogram other) {
    if (bounds.length == 0) return other;
    if (other.bounds.length == 0) return this;
    if (!Arrays.equals(bounds, other.bounds)) {
      throw new IllegalArgumentException("histograms of other bounds cannot be added");
    }
    long[] sum = new long[counts.length];
    for (int i = 0; i < sum.length; i++) sum[i] = counts[i] + other.counts[i];
    return new Histogram(bounds, sum);
  }

  public long total() {
    return Arrays.stream(counts).sum();
  }

  /**
   * A time that this part of all did not exceed: the bound of the bucket in which it lies.
   *
   * @param part from 0 to 1
   * @return in nanoseconds; 0 if nothing was counted; the largest bound for what is beyond it
   */
  public long quantile(double part) {
    long total = total();
    if (total == 0 || bounds.length == 0) return 0;
    long rank = Math.max(1, (long) Math.ceil(part * total));
    long seen = 0;
    for (int i = 0; i < bounds.length; i++) {
      seen += counts[i];
      if (seen >= rank) return bounds[i];
    }
    return bounds[bounds.length - 1];
  }
}
