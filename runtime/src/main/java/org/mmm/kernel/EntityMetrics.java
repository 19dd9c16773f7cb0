package org.mmm.kernel;

import java.time.Duration;

/** What the shell reports of itself. */
public interface EntityMetrics {
  void written(Address.Kind kind, int events, Duration took);

  void writeFailed(Address.Kind kind);

  void deferredDropped(Address.Kind kind);

  /** Something was decided and not written or not said, because the node held no lease. */
  void heldBack(Address.Kind kind);

  /** Reports nothing. */
  EntityMetrics NONE =
      new EntityMetrics() {
        @Override
        public void written(Address.Kind kind, int events, Duration took) {}

        @Override
        public void writeFailed(Address.Kind kind) {}

        @Override
        public void deferredDropped(Address.Kind kind) {}

        @Override
        public void heldBack(Address.Kind kind) {}
      };
}
