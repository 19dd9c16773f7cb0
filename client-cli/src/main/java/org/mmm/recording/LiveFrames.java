package org.mmm.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mmm.client.Api;
import org.mmm.client.ApiRequest;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import org.mmm.frame.FrameException;
import org.mmm.frame.RoomFrame;

/** The frames of one live place, as a Process that looks on gets them. */
public final class LiveFrames {
  private static final String PROTOCOL = "mmm.live.v1";
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int FRAME_AT_MOST = 4 << 20;

  /** A Room that nobody has looked at has yet to begin. */
  private static final Duration FIRST_FRAME = Duration.ofSeconds(20);

  /** With these the node says that there is nothing to come back to. */
  private static final int MAY_NOT = 4403;

  private static final int NO_PLACE = 4404;

  private final Api api;
  private final String token;
  private final String place;

  /**
   * @param token of the Process that looks on
   * @param place its ID
   */
  public LiveFrames(Api api, String token, String place) {
    this.api = api;
    this.token = token;
    this.place = place;
  }

  /**
   * Watches until the time is over.
   *
   * @param frame gets each frame, on another thread, one after the other; what it throws ends the
   *     watch
   * @param left how long yet, from the first frame on; asked for when that has come
   * @return whether the time is over; if not, the connection was lost
   * @throws Failure if the node refuses, cannot be reached, or sends no frame
   */
  public boolean watch(Consumer<RoomFrame> frame, Supplier<Duration> left) {
    var asked = Json.object().put("room", place);
    JsonNode ticket =
        api.call(ApiRequest.post("/api/v2.2/live/tickets", token, asked))
            .orFail("no ticket to " + place)
            .body();
    Receiver receiver = new Receiver(frame);
    WebSocket socket = connect(URI.create(Json.text(ticket, "url", "")), receiver);
    try {
      socket.sendText(
          Json.object().put("ticket", Json.text(ticket, "ticket", "")).toString(), true);
      if (!receiver.begun.await(FIRST_FRAME.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Failure(
            ExitCode.UNAVAILABLE,
            "no frame of " + place + " came in " + FIRST_FRAME.toSeconds() + " s");
      }
      int code = receiver.ended.get(left.get().toMillis(), TimeUnit.MILLISECONDS);
      if (code == MAY_NOT) throw new Failure(ExitCode.REFUSED, place + " may be watched no more");
      if (code == NO_PLACE) throw new Failure(ExitCode.NOT_FOUND, "there is no place " + place);
      return false;
    } catch (TimeoutException over) {
      return true;
    } catch (java.util.concurrent.ExecutionException e) {
      if (e.getCause() instanceof Failure failure) throw failure;
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    } finally {
      socket.abort();
    }
  }

  private static WebSocket connect(URI url, Receiver receiver) {
    try {
      return HttpClient.newHttpClient()
          .newWebSocketBuilder()
          .subprotocols(PROTOCOL)
          .connectTimeout(CONNECT)
          .buildAsync(url, receiver)
          .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException handshake) {
        int status = handshake.getResponse().statusCode();
        throw new Failure(
            ExitCode.ofHttp(status), "the live edge at " + url + " answered HTTP " + status, e);
      }
      throw new Failure(ExitCode.UNAVAILABLE, "no live edge answers at " + url, e);
    }
  }

  private static final class Receiver implements WebSocket.Listener {
    /** Is zero when a frame has come, or it is known that none will. */
    final CountDownLatch begun = new CountDownLatch(1);

    final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final Consumer<RoomFrame> frame;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Receiver(Consumer<RoomFrame> frame) {
      this.frame = frame;
      ended.whenComplete((code, failure) -> begun.countDown());
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
      byte[] some = new byte[part.remaining()];
      part.get(some);
      bytes.writeBytes(some);
      try {
        if (bytes.size() > FRAME_AT_MOST) {
          throw new Failure(ExitCode.FAILED, "a frame has more than " + FRAME_AT_MOST + " bytes");
        }
        if (last) {
          RoomFrame whole = RoomFrame.decode(bytes.toByteArray());
          bytes.reset();
          frame.accept(whole);
          begun.countDown();
        }
        from.request(1);
      } catch (FrameException e) {
        ended.completeExceptionally(
            new Failure(ExitCode.FAILED, "the node sent no RoomFrame: " + e.getMessage(), e));
      } catch (Failure e) {
        ended.completeExceptionally(e);
      }
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      ended.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
      ended.completeExceptionally(failure);
    }
  }
}
