package org.mmm.liveedge;

import io.netty.channel.SelectStrategy;
import io.netty.util.IntSupplier;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets a thread of sockets rest between its rounds, so that input gathers and one round takes much
 * of it: to be woken costs more than to read. A thread that had nothing to do is woken at once.
 */
final class Gathering implements SelectStrategy {
  private final long rest;
  private long began;

  /**
   * @param every how often at most a round begins; zero: as often as anything comes
   */
  Gathering(Duration every) {
    this.rest = every.toNanos();
    this.began = System.nanoTime() - rest;
  }

  @Override
  public int calculateStrategy(IntSupplier selectNow, boolean hasTasks) throws Exception {
    if (hasTasks) return selectNow.get();
    long left = began + rest - System.nanoTime();
    if (left > 0) LockSupport.parkNanos(left);
    began = System.nanoTime();
    return SelectStrategy.SELECT;
  }
}
