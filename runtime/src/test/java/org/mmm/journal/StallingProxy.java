package org.mmm.journal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A way to a server that can be made to hang: connections stay open, and nothing goes through until
 * it goes on.
 */
final class StallingProxy implements AutoCloseable {
  private final InetSocketAddress server;
  private final ServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** Held for reading by whoever passes something on, for writing while nothing may pass. */
  private final ReentrantReadWriteLock passage = new ReentrantReadWriteLock();

  StallingProxy(InetSocketAddress server) throws IOException {
    this.server = server;
    this.listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    run(this::accept);
  }

  /** As a contact point. */
  String contactPoint() {
    return "127.0.0.1:" + listening.getLocalPort();
  }

  /** Lets nothing pass until it is closed, by the same thread. */
  AutoCloseable stall() {
    passage.writeLock().lock();
    return passage.writeLock()::unlock;
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (var socket : open) {
      socket.close();
    }
  }

  private void accept() throws IOException {
    while (true) {
      var client = listening.accept();
      var behind = new Socket(server.getAddress(), server.getPort());
      open.add(client);
      open.add(behind);
      run(() -> pass(client, behind));
      run(() -> pass(behind, client));
    }
  }

  private void pass(Socket from, Socket to) throws IOException {
    try (from;
        to) {
      var buffer = new byte[64 * 1024];
      for (var read = from.getInputStream().read(buffer);
          read >= 0;
          read = from.getInputStream().read(buffer)) {
        passage.readLock().lock();
        try {
          to.getOutputStream().write(buffer, 0, read);
        } finally {
          passage.readLock().unlock();
        }
      }
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void run(Work work) {
    var thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // One side is gone, and with it the other: that is how a connection ends.
              }
            },
            "proxy");
    thread.setDaemon(true);
    thread.start();
  }
}
