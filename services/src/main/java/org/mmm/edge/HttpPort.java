package org.mmm.edge;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.ConnectionContext;
import org.apache.pekko.http.javadsl.ServerBinding;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.stream.Materializer;

/**
 * A port at which a node answers, encrypted if the settings say so, with the limits on rate, size
 * and depth that they state.
 */
public final class HttpPort {
  private static final Duration UNBIND_WITHIN = Duration.ofSeconds(5);

  private final ServerBinding binding;
  private final boolean encrypted;

  private HttpPort(ServerBinding binding, boolean encrypted) {
    this.binding = binding;
    this.encrypted = encrypted;
  }

  /**
   * Binds a port that takes requests with small bodies alone.
   *
   * @param endpoints all that it answers; each checks who asks
   * @param port 0 for any free one
   * @return fails if the address cannot be had
   * @throws IllegalArgumentException if a setting is wrong
   */
  public static CompletionStage<HttpPort> bind(
      Support support, EdgeSettings settings, List<Endpoint> endpoints, String host, int port) {
    Http http =
        new Http(
            new Router(endpoints),
            new NoStreams(),
            settings,
            new JsonLimits(settings),
            new EdgeMeters(support.registry(), support.figures().actions()),
            Materializer.matFromSystem(support.system()));
    return bind(support, settings, http, host, port);
  }

  static CompletionStage<HttpPort> bind(
      Support support, EdgeSettings settings, Http http, String host, int port) {
    var server = org.apache.pekko.http.javadsl.Http.get(support.system()).newServerAt(host, port);
    boolean encrypted = settings.tls().on();
    if (encrypted) {
      server = server.enableHttps(ConnectionContext.httpsServer(Tls.context(settings.tls())));
    }
    return server.bind(http::handle).thenApply(binding -> new HttpPort(binding, encrypted));
  }

  /** Where it is bound, such as {@code http://127.0.0.1:7070}. */
  public String url() {
    InetSocketAddress at = binding.localAddress();
    String host = at.getAddress().getHostAddress();
    String shown = at.getAddress().isAnyLocalAddress() ? "127.0.0.1" : host;
    return (encrypted ? "https://" : "http://")
        + (shown.contains(":") ? "[" + shown + "]" : shown)
        + ":"
        + at.getPort();
  }

  /** Takes no more connections, and lets those that are open finish. */
  public CompletionStage<Void> unbind() {
    return binding.terminate(UNBIND_WITHIN).thenAccept(terminated -> {});
  }

  /** No endpoint of such a port takes a stream. */
  private static final class NoStreams implements Http.Streams {
    @Override
    public boolean isSocket(List<String> segments) {
      return false;
    }

    @Override
    public CompletionStage<HttpResponse> open(Exchange head) {
      throw new IllegalStateException("no WebSocket is opened here");
    }

    @Override
    public CompletionStage<Answer> upload(
        Exchange head, Supplier<CompletionStage<Answer>> transfer) {
      throw new IllegalStateException("nothing is uploaded here");
    }
  }
}
