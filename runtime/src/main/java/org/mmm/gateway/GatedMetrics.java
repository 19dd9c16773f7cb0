package org.mmm.gateway;

import java.time.Duration;
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
  public void written(Address.Kind kind, int events, Duration took) {
    counts.written(kind, events, took);
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
}
