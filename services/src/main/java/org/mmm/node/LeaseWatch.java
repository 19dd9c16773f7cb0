package org.mmm.node;

import java.util.concurrent.atomic.AtomicLong;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.Lease;

/** Whether the lease is held and since when, as seen whenever one looks. */
final class LeaseWatch {
  private final Lease lease;
  private final Ambient ambient;

  /** Since when it is as it is, epoch milliseconds; below 0 since when it is not held. */
  private final AtomicLong since;

  LeaseWatch(Lease lease, Ambient ambient) {
    this.lease = lease;
    this.ambient = ambient;
    this.since = new AtomicLong(signed(lease.held(), ambient.millis()));
  }

  /** Looks: to be called often, since what passes between two looks is not seen. */
  boolean held() {
    boolean held = lease.held();
    since.updateAndGet(last -> last > 0 == held ? last : signed(held, ambient.millis()));
    return held;
  }

  /** Since when, epoch milliseconds. */
  long since() {
    return Math.abs(since.get());
  }

  private static long signed(boolean held, long millis) {
    return held ? millis : -millis;
  }
}
