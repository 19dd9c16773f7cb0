package org.mmm.gateway;

import org.mmm.kernel.Address;
import org.mmm.kernel.EntityMetrics;

/**
 * Tells the gate of every failed write, and everything to what counts.
 *
 * @param gate closed by the first failure
 * @param counts where the figures go
 */
public record GatedMetrics(JournalGate gate, EntityMetrics counts) implements EntityMetrics {
  @Override
  public void written(Address.Kind kind, int events, long nanos) {
    counts.written(kind, events, nanos);
  }

  @Override
  public void writeFailed(Address.Kind kind) {
    gate.writeFailed();
    counts.writeFailed(kind);
  }

  @Override
  public void deferredDropped(Address.Kind kind) {
    counts.deferredDropped(kind);
  }

  @Override
  public void heldBack(Address.Kind kind) {
    counts.heldBack(kind);
  }

  @Override
  public void deferred(Address.Kind kind, int change) {
    counts.deferred(kind, change);
  }

  @Override
  public void recovered(Address.Kind kind, long nanos) {
    counts.recovered(kind, nanos);
  }

  @Override
  public void stopped(Address.Kind kind, long nanos) {
    counts.stopped(kind, nanos);
  }

  @Override
  public Runnable arrivals(Address self) {
    return counts.arrivals(self);
  }
}
