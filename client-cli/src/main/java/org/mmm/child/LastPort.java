package org.mmm.child;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;

/**
 * The port that a node was given when it could have any, kept beside its data. Names, tokens and
 * runs are kept by URL, so a node that starts again with another port would seem to have lost them.
 */
public final class LastPort {
  private static final String FILE = "port";

  private LastPort() {}

  /** The port that the node of these data had last, if nobody has it now; else 0. */
  public static int of(Path data, String host) {
    try (ServerSocket socket = new ServerSocket()) {
      int port = Integer.parseInt(Files.readString(data.resolve(FILE)).strip());
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
      return port;
    } catch (IOException | IllegalArgumentException none) {
      return 0; // never started, or the port is taken: any other will do
    }
  }

  /** Keeps the port of a node that has started. */
  public static void keep(Path data, URI url) {
    try {
      Files.writeString(data.resolve(FILE), url.getPort() + "\n");
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot write " + data.resolve(FILE), e);
    }
  }
}
