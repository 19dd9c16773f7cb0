package org.mmm.kernel;

/** How long an entity took to know its state, and to end; told to the figures of its node. */
final class EntityLife {
  private final Address.Kind kind;
  private final EntityMetrics metrics;
  private final Ambient ambient;
  private long began;
  private long toldToStop;
  private boolean stopping;

  EntityLife(Address.Kind kind, EntityMetrics metrics, Ambient ambient) {
    this.kind = kind;
    this.metrics = metrics;
    this.ambient = ambient;
    begins();
  }

  /** From here on it reads its state. */
  void begins() {
    began = ambient.nanos();
  }

  void recovered() {
    metrics.recovered(kind, ambient.nanos() - began);
  }

  void toldToStop() {
    stopping = true;
    toldToStop = ambient.nanos();
  }

  /** Only an end that was asked for has a time; a crash has none. */
  void ended() {
    if (stopping) metrics.stopped(kind, ambient.nanos() - toldToStop);
  }
}
