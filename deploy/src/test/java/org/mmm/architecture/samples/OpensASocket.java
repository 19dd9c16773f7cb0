package org.mmm.architecture.samples;

import java.io.IOException;
import java.net.Socket;

/** Speaks to the network itself. */
public final class OpensASocket {
  private OpensASocket() {}

  /** A connection. */
  public static Socket connect(String host, int port) throws IOException {
    return new Socket(host, port);
  }
}
