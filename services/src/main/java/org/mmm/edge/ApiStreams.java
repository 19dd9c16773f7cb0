package org.mmm.edge;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** The WebSockets and uploads of the MMM-API. */
record ApiStreams(MessageSocket sockets, Transfers transfers) implements Http.Streams {
  @Override
  public boolean isSocket(List<String> segments) {
    return segments.equals(List.of("ws"));
  }

  @Override
  public CompletionStage<HttpResponse> open(Exchange head) {
    return sockets.open(head);
  }

  @Override
  public CompletionStage<Answer> upload(Exchange head, Supplier<CompletionStage<Answer>> transfer) {
    return transfers.upload(head, transfer);
  }
}
