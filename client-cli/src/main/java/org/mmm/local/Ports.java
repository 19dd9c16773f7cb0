package org.mmm.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;

/** Ports of this machine. */
final class Ports {
  private static final int CONNECT_MILLIS = 500;

  private Ports() {}

  /** The port itself if nobody has it, else any that is free. */
  static int freeOr(String host, int wanted) {
    return wanted > 0 && isFree(host, wanted) ? wanted : any(host);
  }

  /** The same, but surely not that other one, which nobody has yet. */
  static int freeOr(String host, int wanted, int other) {
    int port = freeOr(host, wanted);
    while (port == other) {
      port = any(host);
    }
    return port;
  }

  /** That port. */
  static int free(String host, int port) {
    if (isFree(host, port)) {
      return port;
    }
    throw new Failure(
        ExitCode.UNAVAILABLE,
        "cannot listen at "
            + host
            + ":"
            + port
            + ": stop what listens there, or give another --port (0 for any free ones)");
  }

  static boolean accepts(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isFree(String host, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  private static int any(String host) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(host, 0));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new Failure(
          ExitCode.UNAVAILABLE,
          "this machine cannot listen at "
              + host
              + ": "
              + e.getMessage()
              + "; nodes need the addresses 127.0.0.1, 127.0.0.2 and so on",
          e);
    }
  }
}
