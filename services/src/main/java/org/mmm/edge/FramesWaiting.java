package org.mmm.edge;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The messages that one WebSocket has been given and has not sent yet. When it is closed, what is
 * left waits no more.
 */
final class FramesWaiting {
  private final AtomicInteger all;
  private int here;
  private boolean closed;

  /**
   * @param all of all WebSockets together
   */
  FramesWaiting(AtomicInteger all) {
    this.all = all;
  }

  synchronized void given(int frames) {
    if (!closed) change(frames);
  }

  synchronized void sent() {
    if (!closed) change(-1);
  }

  synchronized void close() {
    change(-here);
    closed = true;
  }

  private void change(int frames) {
    here += frames;
    all.addAndGet(frames);
  }
}
