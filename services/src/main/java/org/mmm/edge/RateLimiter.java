package org.mmm.edge;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Token buckets, one per caller. Who comes too often is told when to come again; whoever was silent
 * longest is forgotten first.
 */
public final class RateLimiter {
  private static final class Bucket {
    double tokens;
    long atNanos;
  }

  private final double perSecond;
  private final double most;
  private final Map<String, Bucket> buckets;

  /**
   * @param perSecond how many a second, on the average
   * @param most how many at once
   * @param callersAtMost how many callers are remembered
   */
  public RateLimiter(double perSecond, double most, int callersAtMost) {
    this.perSecond = perSecond;
    this.most = most;
    this.buckets =
        new LinkedHashMap<>(256, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > callersAtMost;
          }
        };
  }

  /**
   * Takes one.
   *
   * @return 0 if it may pass, else in how many whole seconds it may come again
   */
  public synchronized long take(String caller, long nowNanos) {
    Bucket bucket = buckets.get(caller);
    if (bucket == null) {
      bucket = new Bucket();
      bucket.tokens = most;
      bucket.atNanos = nowNanos;
      buckets.put(caller, bucket);
    }
    double since = Math.max(0, nowNanos - bucket.atNanos) / 1e9;
    bucket.tokens = Math.min(most, bucket.tokens + since * perSecond);
    bucket.atNanos = nowNanos;
    if (bucket.tokens >= 1) {
      bucket.tokens--;
      return 0;
    }
    return (long) Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond));
  }
}
