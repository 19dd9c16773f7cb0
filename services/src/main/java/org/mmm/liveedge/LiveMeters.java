package org.mmm.liveedge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The figures of the live edge. All are there from the start. */
final class LiveMeters {
  private final AtomicInteger sockets = new AtomicInteger();
  private final Counter frames;
  private final Counter bytes;
  private final Counter updates;
  private final Counter dropped;
  private final Counter inputs;
  private final Map<CloseCode, Counter> closed = new EnumMap<>(CloseCode.class);

  LiveMeters(MeterRegistry registry) {
    Gauge.builder("mmm.live.sockets", sockets, AtomicInteger::get)
        .description("Open WebSockets of the live edge")
        .strongReference(true)
        .register(registry);
    frames = counter(registry, "mmm.live.frames", "Room frames given to clients");
    bytes = counter(registry, "mmm.live.frame.bytes", "Bytes of these Room frames");
    updates = counter(registry, "mmm.live.updates", "Poses of members in these Room frames");
    dropped =
        counter(registry, "mmm.live.frames.dropped", "Room frames left out since a client is slow");
    inputs = counter(registry, "mmm.live.inputs", "Motion frames from clients");
    for (CloseCode code : CloseCode.values()) {
      closed.put(
          code,
          Counter.builder("mmm.live.closed")
              .description("WebSockets of the live edge that the node closed, by the reason")
              .tag("why", code.word())
              .register(registry));
    }
  }

  private static Counter counter(MeterRegistry registry, String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  /** So many are open now. */
  int opened() {
    return sockets.incrementAndGet();
  }

  void ended() {
    sockets.decrementAndGet();
  }

  /** Counted once for many sockets. */
  void given(long moreFrames, long moreBytes, long moreUpdates, long leftOut) {
    if (moreFrames > 0) {
      frames.increment(moreFrames);
      bytes.increment(moreBytes);
      updates.increment(moreUpdates);
    }
    if (leftOut > 0) dropped.increment(leftOut);
  }

  void input() {
    inputs.increment();
  }

  void closed(CloseCode code) {
    Counter counter = closed.get(code);
    if (counter != null) counter.increment();
  }
}
