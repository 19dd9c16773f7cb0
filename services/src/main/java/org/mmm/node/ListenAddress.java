package org.mmm.node;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Whether the MMM-API can be where the command line says. */
final class ListenAddress {
  private ListenAddress() {}

  /**
   * Told before the journal is opened, since it is told most often; throws a {@link NodeFailure} if
   * nobody can listen there.
   */
  static void check(Arguments arguments) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(arguments.host(), arguments.port()));
    } catch (IOException e) {
      throw taken(arguments, e);
    }
  }

  static NodeFailure taken(Arguments arguments, Throwable cause) {
    String where = arguments.host() + ":" + arguments.port();
    return cause instanceof BindException
        ? NodeFailure.unavailable(
            "cannot listen at "
                + where
                + " ("
                + NodeFailure.line(cause)
                + "): stop what listens there, or give another --port",
            cause)
        : NodeFailure.usage(
            "cannot listen at "
                + where
                + " ("
                + NodeFailure.line(cause)
                + "): --host must be an address of this machine, such as 127.0.0.1, or 0.0.0.0 for"
                + " all of them");
  }
}
