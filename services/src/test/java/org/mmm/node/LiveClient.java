package org.mmm.node;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mmm.frame.FrameJson;
import org.mmm.frame.Happening;
import org.mmm.frame.Member;
import org.mmm.frame.MotionFrame;
import org.mmm.frame.Pose;
import org.mmm.frame.RoomFrame;

/** One socket of the live edge, as a client has it: it knows who is where by the frames alone. */
final class LiveClient implements WebSocket.Listener, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final List<RoomFrame> frames = new CopyOnWriteArrayList<>();
  private final Map<Integer, Happening.Came> here = new HashMap<>();
  private final Map<Integer, Pose> poses = new HashMap<>();
  private final CompletableFuture<String> ended = new CompletableFuture<>();
  private final java.io.ByteArrayOutputStream partial = new java.io.ByteArrayOutputStream();
  private final StringBuilder text = new StringBuilder();
  private boolean json;
  private long incarnation;
  private @Nullable WebSocket socket;
  private int inputs;

  private LiveClient() {}

  /** Opens a socket, and says nothing. */
  static LiveClient open(String url, String... headers) throws Exception {
    LiveClient client = new LiveClient();
    var builder = HttpClient.newHttpClient().newWebSocketBuilder().subprotocols("mmm.live.v1");
    for (int i = 0; i < headers.length; i += 2) builder.header(headers[i], headers[i + 1]);
    try {
      client.socket =
          builder
              .buildAsync(URI.create(url), client)
              .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        throw new Ears.Refused(refused.getResponse().statusCode());
      }
      throw e;
    }
    return client;
  }

  /** Opens a socket and redeems the ticket. */
  static LiveClient watch(JsonNode ticket) throws Exception {
    LiveClient client = open(ticket.path("url").asText());
    client.says("{\"ticket\":\"" + ticket.path("ticket").asText() + "\"}");
    return client;
  }

  /** The same, by JSON alone. */
  static LiveClient watchAsJson(JsonNode ticket) throws Exception {
    LiveClient client = open(ticket.path("url").asText());
    client.json = true;
    client.says("{\"ticket\":\"" + ticket.path("ticket").asText() + "\",\"frames\":\"json\"}");
    return client;
  }

  void says(String text) throws Exception {
    requireNonNull(socket).sendText(text, true).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  void says(byte[] bytes) throws Exception {
    requireNonNull(socket)
        .sendBinary(ByteBuffer.wrap(bytes), true)
        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Steers the Persona; false if the frames have not told yet where it sits. */
  boolean walk(String persona, double x) throws Exception {
    MotionFrame motion;
    synchronized (this) {
      Optional<Happening.Came> own =
          here.values().stream().filter(one -> one.item().equals(persona)).findFirst();
      if (own.isEmpty()) return false;
      motion =
          new MotionFrame(
              incarnation, own.get().generation(), ++inputs, Pose.of(x, 0, 0, 90, 0, 0));
    }
    if (json) says("{\"move\":" + FrameJson.write(motion) + "}");
    else says(motion.encode());
    return true;
  }

  /** Where each Item is, in metres to the right. */
  synchronized Map<String, Double> sees() {
    Map<String, Double> seen = new HashMap<>();
    here.forEach(
        (slot, who) -> {
          Pose pose = poses.get(slot);
          if (pose != null) seen.put(who.item(), org.mmm.frame.Quantised.metres(pose.x()));
        });
    return seen;
  }

  List<String> texts() {
    return texts;
  }

  /** All that happened, in order; not what key frames say again. */
  List<Happening> happenings() {
    return frames.stream()
        .filter(frame -> !frame.key())
        .flatMap(frame -> frame.happenings().stream())
        .toList();
  }

  long keyFrames() {
    return frames.stream().filter(RoomFrame::key).count();
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
    text.append(data);
    if (last) {
      String whole = text.toString();
      text.setLength(0);
      if (json && whole.contains("\"members\"")) take(FrameJson.readRoom(whole));
      else texts.add(whole);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    partial.writeBytes(bytes);
    if (last) {
      take(RoomFrame.decode(partial.toByteArray()));
      partial.reset();
    }
    from.request(1);
    return null;
  }

  private synchronized void take(RoomFrame frame) {
    frames.add(frame);
    if (frame.key()) {
      here.clear();
      poses.clear();
      incarnation = frame.incarnation();
    }
    for (Happening one : frame.happenings()) {
      if (one instanceof Happening.Came came) {
        here.put(came.slot(), came);
      } else if (one instanceof Happening.Left left) {
        here.remove(left.slot());
        poses.remove(left.slot());
      } else if (one instanceof Happening.Placed placed) {
        here.computeIfPresent(
            placed.slot(),
            (slot, was) ->
                new Happening.Came(
                    slot,
                    placed.generation(),
                    was.item(),
                    was.dataType(),
                    was.name(),
                    was.perceptible()));
      }
    }
    for (Member member : frame.members()) poses.put(member.slot(), member.pose());
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
