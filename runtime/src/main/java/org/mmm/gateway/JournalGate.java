package org.mmm.gateway;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mmm.kernel.Lease;

/**
 * Whether the journal takes writes, as this node knows it. After a write that failed it is closed
 * until a trial succeeds; whoever comes meanwhile is refused at once instead of waiting for a
 * broken disk. What is already on its way when a trial fails too is told that its outcome is
 * unknown.
 */
public final class JournalGate {
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final Set<Runnable> inFlight = ConcurrentHashMap.newKeySet();
  private final Lease lease;
  private volatile Runnable trial = () -> {};

  /**
   * @param lease without which nothing is written either
   */
  public JournalGate(Lease lease) {
    this.lease = lease;
  }

  /** Whether writes are let through. */
  public boolean isOpen() {
    return open.get() && lease.held();
  }

  /** A write failed: closes, and has the journal tried. */
  public void writeFailed() {
    if (open.compareAndSet(true, false)) trial.run();
  }

  /** How the journal is tried; set once, by the probe. */
  void triedBy(Runnable begin) {
    trial = begin;
    if (!open.get()) begin.run();
  }

  void trialSucceeded() {
    open.set(true);
  }

  void trialFailed() {
    inFlight.forEach(Runnable::run);
  }

  /**
   * Notes a request on its way.
   *
   * @param whenLost run, perhaps more than once, when the journal is gone
   */
  void entered(Runnable whenLost) {
    inFlight.add(whenLost);
  }

  void left(Runnable whenLost) {
    inFlight.remove(whenLost);
  }

  int inFlight() {
    return inFlight.size();
  }
}
