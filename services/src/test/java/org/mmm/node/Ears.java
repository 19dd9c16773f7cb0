package org.mmm.node;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One WebSocket of one Process, as a client has it. */
final class Ears implements WebSocket.Listener, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<String> ended = new CompletableFuture<>();
  private final AtomicInteger pings = new AtomicInteger();
  private final StringBuilder partial = new StringBuilder();
  private @Nullable WebSocket socket;

  private Ears() {}

  /**
   * Opens it.
   *
   * @param query what stands after {@code process=}, such as {@code Bruno&after=2}
   * @throws Refused if the node does not want it
   */
  static Ears open(LiveNode node, String query, String token, String... protocols)
      throws InterruptedException, TimeoutException {
    Ears ears = new Ears();
    var builder = HttpClient.newHttpClient().newWebSocketBuilder();
    if (!token.isEmpty()) builder.header("Authorization", "Bearer " + token);
    if (protocols.length > 0) {
      builder.subprotocols(
          protocols[0], java.util.Arrays.copyOfRange(protocols, 1, protocols.length));
    }
    URI uri = URI.create(node.url().replaceFirst("http", "ws") + "/ws?process=" + query);
    try {
      ears.socket = builder.buildAsync(uri, ears).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        throw new Refused(refused.getResponse().statusCode());
      }
      throw new CompletionException(e.getCause());
    }
    return ears;
  }

  /** The node answered the handshake with that status. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(int status) {
      super("status " + status);
    }
  }

  /** The next frame. */
  JsonNode next() throws InterruptedException {
    return requireNonNull(frames.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS), "no frame came");
  }

  /** The frames that have come and were not taken. */
  int waiting() {
    return frames.size();
  }

  int pings() {
    return pings.get();
  }

  String protocol() {
    return requireNonNull(socket).getSubprotocol();
  }

  /** What the Message in that frame says. */
  static String said(JsonNode frame) {
    return frame.path("message").findValue("MessageData").get(0).path("MessageData").asText();
  }

  void says(String text) throws Exception {
    requireNonNull(socket).sendText(text, true).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  void saysBytes(byte... bytes) throws Exception {
    requireNonNull(socket)
        .sendBinary(ByteBuffer.wrap(bytes), true)
        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  boolean hasEnded() {
    return ended.isDone();
  }

  /** Waits until the node has ended it. */
  String end() throws Exception {
    return ended.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** As a client that is gone without a word. */
  @Override
  public void close() {
    requireNonNull(socket).abort();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      try {
        frames.add(JSON.readTree(partial.toString()));
      } catch (IOException e) {
        ended.complete("no JSON: " + partial);
      }
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
    pings.incrementAndGet();
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    ended.complete("closed " + status);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    ended.complete("failed " + failure);
  }
}
