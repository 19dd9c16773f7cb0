package org.mmm.liveedge;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What is on its way to the sockets of one thread. A relay gives one frame to many: they are woken
 * once, and the bytes are made ready once for all of them.
 */
final class Outbox {
  private record Frame(LiveSocket to, byte[] bytes, boolean key) {}

  private final EventLoop loop;
  private final LiveMeters meters;
  private final Queue<Frame> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean awake = new AtomicBoolean();
  private final Set<LiveSocket> sockets = new HashSet<>();
  private final List<LiveSocket> written = new ArrayList<>();

  Outbox(EventLoop loop, LiveMeters meters, LiveEdgeSettings settings) {
    this.loop = loop;
    this.meters = meters;
    round("looked after", settings.silentAfter().toMillis() / 3, LiveSocket::lookAfter);
    round("checked", settings.checkEvery().toMillis(), LiveSocket::check);
  }

  private void round(String what, long millis, java.util.function.Consumer<LiveSocket> visit) {
    loop.scheduleWithFixedDelay(
        () -> List.copyOf(sockets).forEach(visit), millis, millis, TimeUnit.MILLISECONDS);
  }

  LiveMeters meters() {
    return meters;
  }

  /** On the thread of the sockets. */
  void opened(LiveSocket socket) {
    sockets.add(socket);
  }

  /** On the thread of the sockets. */
  void ended(LiveSocket socket) {
    sockets.remove(socket);
  }

  /** Any thread may give; who gives bounds how much may wait for one socket. */
  void give(LiveSocket to, byte[] bytes, boolean key) {
    waiting.add(new Frame(to, bytes, key));
    if (awake.compareAndSet(false, true)) loop.execute(this::write);
  }

  private void write() {
    awake.set(false);
    FrameBytes ready = null;
    long frames = 0;
    long bytes = 0;
    long updates = 0;
    long dropped = 0;
    try {
      for (Frame next = waiting.poll(); next != null; next = waiting.poll()) {
        if (ready == null || !ready.isOf(next.bytes())) {
          if (ready != null) ready.release();
          ready = new FrameBytes(next.bytes());
        }
        if (next.to().write(ready, next.key())) {
          written.add(next.to());
          frames++;
          bytes += next.bytes().length;
          updates += ready.members();
        } else if (!next.to().isClosing()) {
          dropped++;
        }
      }
    } finally {
      if (ready != null) ready.release();
    }
    written.forEach(LiveSocket::flush);
    written.clear();
    meters.given(frames, bytes, updates, dropped);
  }
}
