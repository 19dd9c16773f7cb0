package org.mmm.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;

/** Ports of this machine. */
public final class Ports {
  /**
   * Where free ports are looked for: below those that systems lend to outgoing connections (from
   * 32768 on Linux, from 49152 elsewhere), which could take one between its choice and its use.
   */
  private static final int LOWEST = 10_000;

  private static final int HIGHEST = 32_000;
  private static final int TRIES = 200;

  private static final int CONNECT_MILLIS = 500;

  private Ports() {}

  /** The port itself if nobody has it, else any that is free. */
  static int freeOr(String host, int wanted) {
    return wanted > 0 && isFree(host, wanted) ? wanted : any(host);
  }

  /** The same, but surely not that other one, which nobody has yet. */
  public static int freeOr(String host, int wanted, int other) {
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

  /**
   * A port that nobody has now.
   *
   * @param host an address of this machine
   * @throws Failure if there is none
   */
  public static int any(String host) {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (isFree(host, port)) return port;
    }
    throw new Failure(
        ExitCode.UNAVAILABLE,
        "this machine cannot listen at "
            + host
            + ": "
            + TRIES
            + " ports from "
            + LOWEST
            + " to "
            + HIGHEST
            + " were tried; nodes need the addresses 127.0.0.1, 127.0.0.2 and so on");
  }
}
