package org.mmm.kernel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The messages that wait at one entity until its state has changed; so many at most. */
final class Deferred {
  private final Address.Kind kind;
  private final EntityMetrics metrics;
  private final int atMost;
  private final Deque<EntityCommand.Envelope> messages = new ArrayDeque<>();

  Deferred(Address.Kind kind, EntityMetrics metrics, int atMost) {
    this.kind = kind;
    this.metrics = metrics;
    this.atMost = atMost;
  }

  /** Keeps it; one too many is dropped, since its subject repeats it. */
  void keep(EntityCommand.Envelope envelope) {
    if (messages.size() < atMost) {
      messages.add(envelope);
      metrics.deferred(kind, 1);
    } else {
      metrics.deferredDropped(kind);
    }
  }

  boolean isEmpty() {
    return messages.isEmpty();
  }

  /** All of them, oldest first; none is left. */
  List<EntityCommand.Envelope> takeAll() {
    if (messages.isEmpty()) return List.of();
    List<EntityCommand.Envelope> all = List.copyOf(messages);
    metrics.deferred(kind, -all.size());
    messages.clear();
    return all;
  }
}
