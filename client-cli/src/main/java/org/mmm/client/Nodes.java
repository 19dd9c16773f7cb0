package org.mmm.client;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The nodes of one M-Instance. One of them is asked; when it is away, or says that it cannot serve
 * just now, the next one is asked from then on. They need not be told that it is a repetition: the
 * key says so at each.
 */
public final class Nodes implements Transport {
  private final List<URI> urls;
  private final List<Transport> nodes;
  private final AtomicInteger asked = new AtomicInteger();

  Nodes(List<URI> urls, Function<URI, Transport> transport) {
    if (urls.isEmpty()) throw new IllegalArgumentException("no node is named");
    this.urls = List.copyOf(urls);
    this.nodes = this.urls.stream().map(transport).toList();
  }

  /**
   * @param urls at least one; the first is asked first
   */
  public static Transport at(List<URI> urls) {
    return new Nodes(urls, HttpTransport::new);
  }

  @Override
  public ApiAnswer send(ApiRequest request) throws IOException, InterruptedException {
    int first = asked.get();
    for (int i = 0; ; i++) {
      int node = (first + i) % nodes.size();
      try {
        ApiAnswer answer = nodes.get(node).send(request);
        if (cannotServe(answer.status())) leave(node);
        return answer;
      } catch (NotSentException e) {
        leave(node);
        if (i == nodes.size() - 1) throw noneAnswers(e);
      } catch (IOException e) {
        leave(node); // it may have been performed: who asks again is the one who has the key
        throw e;
      }
    }
  }

  /** Of several who leave it at the same time, one does. */
  private void leave(int node) {
    asked.compareAndSet(node, (node + 1) % nodes.size());
  }

  private NotSentException noneAnswers(NotSentException last) {
    String all = urls.stream().map(URI::toString).collect(Collectors.joining(", "));
    return new NotSentException("no node answers at " + all, last);
  }

  private static boolean cannotServe(int status) {
    return status == 502 || status == 503 || status == 504;
  }
}
