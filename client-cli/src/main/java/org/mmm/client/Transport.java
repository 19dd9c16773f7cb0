package org.mmm.client;

import java.io.IOException;

/** Carries one request to a node and brings its answer; tries once. */
public interface Transport {
  /**
   * @throws NotSentException if the request surely never reached the node
   * @throws IOException if the connection was lost, so that what became of it is unknown
   * @throws InterruptedException if the caller is to stop
   */
  ApiAnswer send(ApiRequest request) throws IOException, InterruptedException;
}
