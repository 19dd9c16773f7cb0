package org.mmm.kernel;

/** What the shell reports of itself. */
public interface EntityMetrics {
  /** A write is done, after so many nanoseconds. */
  void written(Address.Kind kind, int events, long nanos);

  void writeFailed(Address.Kind kind);

  void deferredDropped(Address.Kind kind);

  /** Something was decided and not written or not said, because the node held no lease. */
  void heldBack(Address.Kind kind);

  /** So many more messages, or fewer, wait at an entity until its state has changed. */
  default void deferred(Address.Kind kind, int change) {}

  /** An entity knows its state again, so many nanoseconds after it was started. */
  default void recovered(Address.Kind kind, long nanos) {}

  /** An entity has ended, so many nanoseconds after it was told to. */
  default void stopped(Address.Kind kind, long nanos) {}

  /**
   * Asked once in the life of an entity.
   *
   * @return to be run at each message that it gets; must be cheap
   */
  default Runnable arrivals(Address self) {
    return () -> {};
  }

  /** Reports nothing. */
  EntityMetrics NONE =
      new EntityMetrics() {
        @Override
        public void written(Address.Kind kind, int events, long nanos) {}

        @Override
        public void writeFailed(Address.Kind kind) {}

        @Override
        public void deferredDropped(Address.Kind kind) {}

        @Override
        public void heldBack(Address.Kind kind) {}
      };
}
