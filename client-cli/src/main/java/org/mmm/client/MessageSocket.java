package org.mmm.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The messages of one Process over {@code /ws}: each is handed on, then acknowledged, so that a cut
 * repeats a message rather than loses it. The number of the last one tells where to resume.
 */
public final class MessageSocket {
  /** A longer frame is an error, not a full memory. */
  static final int MAX_FRAME_CHARS = 1 << 20;

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final List<URI> nodes;
  private final String process;
  private final String token;
  private volatile long acknowledged;
  private int asked;

  /**
   * @param nodes of one M-Instance, at least one; a connection that ends, or cannot be had, leads
   *     to the next one, which goes on where that one stopped
   */
  public MessageSocket(List<URI> nodes, String process, String token) {
    this.nodes = List.copyOf(nodes);
    this.process = process;
    this.token = token;
  }

  /**
   * Connects and hands on each frame until the node closes the connection or enough came.
   *
   * @param connected told when the connection stands
   * @param frame gets {@code {"seq": n, "message": {...}}}; what it throws closes the connection
   * @param goOn asked after each frame, when it is acknowledged
   * @throws Failure if the node refuses the connection
   */
  public void listen(Runnable connected, Consumer<JsonNode> frame, BooleanSupplier goOn) {
    Receiver receiver = new Receiver(frame, goOn);
    URI base = nodes.get(asked % nodes.size());
    WebSocket socket;
    try {
      socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .header("Authorization", "Bearer " + token)
              .connectTimeout(CONNECT)
              .buildAsync(address(base), receiver)
              .join();
    } catch (CompletionException e) {
      throw refused(base, e);
    } finally {
      asked++;
    }
    try {
      connected.run();
      receiver.closed.join();
    } catch (CompletionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof Failure failure) {
        throw failure;
      }
    } finally {
      socket.abort();
    }
  }

  private URI address(URI base) {
    String scheme = "https".equals(base.getScheme()) ? "wss" : "ws";
    String after = acknowledged > 0 ? "&after=" + acknowledged : "";
    return URI.create(
        scheme + "://" + base.getAuthority() + "/ws?process=" + Paths.segment(process) + after);
  }

  private Failure refused(URI base, CompletionException e) {
    if (e.getCause() instanceof java.net.http.WebSocketHandshakeException handshake) {
      int status = handshake.getResponse().statusCode();
      return new Failure(
          ExitCode.ofHttp(status), "the node refused to watch " + process + ": HTTP " + status, e);
    }
    return new Failure(ExitCode.UNAVAILABLE, "no node answers at " + base, e);
  }

  private final class Receiver implements WebSocket.Listener {
    final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Consumer<JsonNode> frame;
    private final BooleanSupplier goOn;
    private final StringBuilder text = new StringBuilder();

    Receiver(Consumer<JsonNode> frame, BooleanSupplier goOn) {
      this.frame = frame;
      this.goOn = goOn;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (text.length() > MAX_FRAME_CHARS) {
        throw new Failure(ExitCode.FAILED, "a frame is longer than " + MAX_FRAME_CHARS);
      }
      if (!last) {
        socket.request(1);
        return CompletableFuture.completedFuture(null);
      }
      JsonNode message = Json.read(text.toString());
      text.setLength(0);
      frame.accept(message);
      long seq = message.path("seq").asLong();
      return socket
          .sendText("{\"ack\":" + seq + "}", true)
          .orTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS)
          .thenRun(
              () -> {
                acknowledged = Math.max(acknowledged, seq);
                if (goOn.getAsBoolean()) {
                  socket.request(1);
                } else {
                  closed.complete(null);
                }
              });
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(null);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      closed.completeExceptionally(error);
    }
  }
}
