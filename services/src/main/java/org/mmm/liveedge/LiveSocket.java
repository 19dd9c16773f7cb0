package org.mmm.liveedge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mmm.frame.FrameException;
import org.mmm.frame.FrameJson;
import org.mmm.frame.MotionFrame;
import org.mmm.live.Ending;
import org.mmm.live.Relays;
import org.mmm.live.Watch;
import org.mmm.live.Watcher;

/**
 * One client. First it gives its ticket, then it gets frames and may steer. What it is too slow for
 * is left out until it is not, and then it gets a key frame: nobody waits for it.
 */
final class LiveSocket extends SimpleChannelInboundHandler<WebSocketFrame> implements Watcher {
  /** How many frames may be on their way from the relay's thread to this one's. */
  private static final int HANDED_AT_MOST = 64;

  private static final JsonMapper JSON = new JsonMapper();

  private final Outbox outbox;
  private final Relays relays;
  private final Visits visits;
  private final LiveEdgeSettings settings;
  private final AtomicInteger handed = new AtomicInteger();
  private final AtomicInteger leftOut = new AtomicInteger();
  private final InputRate rate;
  private @Nullable ChannelHandlerContext context;
  private @Nullable Visit visit;
  private @Nullable Watch watch;
  private long heard;
  private boolean json;
  private boolean missed;
  private boolean closing;

  LiveSocket(Outbox outbox, Relays relays, Visits visits, LiveEdgeSettings settings) {
    this.outbox = outbox;
    this.relays = relays;
    this.visits = visits;
    this.settings = settings;
    this.heard = System.nanoTime();
    this.rate = new InputRate(settings.inputRate(), heard);
  }

  @Override
  public void channelActive(ChannelHandlerContext active) {
    context = active;
    outbox.opened(this);
    if (outbox.meters().opened() > settings.socketsAtMost()) {
      closing = true;
      active.close(); // before any handshake: it costs least
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext inactive) {
    closing = true;
    outbox.ended(this);
    outbox.meters().ended();
    if (watch != null) watch.close();
    if (visit != null) visit.ended();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext at, Object event) {
    if (event instanceof WebSocketServerProtocolHandler.HandshakeComplete) {
      heard = System.nanoTime();
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext at, WebSocketFrame frame) {
    if (closing) return;
    long now = System.nanoTime();
    heard = now;
    if (frame instanceof PongWebSocketFrame) return;
    if (!rate.take(now)) {
      close(CloseCode.TOO_FAST);
    } else if (frame instanceof TextWebSocketFrame text && frame.isFinalFragment()) {
      said(text.text());
    } else if (frame instanceof BinaryWebSocketFrame && frame.isFinalFragment()) {
      byte[] bytes = ByteBufUtil.getBytes(frame.content());
      steered(() -> MotionFrame.decode(bytes));
    } else {
      close(CloseCode.NOT_UNDERSTOOD);
    }
  }

  private void said(String text) {
    JsonNode words;
    try {
      words = JSON.readTree(text);
    } catch (JsonProcessingException noJson) {
      close(CloseCode.NOT_UNDERSTOOD);
      return;
    }
    Watch mine = watch;
    if (mine == null) {
      redeem(words);
    } else if (json && words.size() == 1 && words.path("move").isObject()) {
      steered(() -> FrameJson.readMotion(words.path("move").toString()));
    } else if (words.size() == 1
        && words.path("key").isBoolean()
        && words.path("key").asBoolean()) {
      mine.keyFrame();
    } else {
      close(CloseCode.NOT_UNDERSTOOD);
    }
  }

  private void redeem(JsonNode words) {
    String form = words.path("frames").asText("binary");
    if (!form.equals("binary") && !form.equals("json")) {
      close(CloseCode.NOT_UNDERSTOOD);
      return;
    }
    json = form.equals("json");
    Visit mine = visits.redeem(words.path("ticket").asText()).orElse(null);
    if (mine == null) {
      close(CloseCode.BAD_TICKET);
      return;
    }
    visit = mine;
    mine.began();
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("watching", mine.room());
    if (mine.persona() != null) answer.put("persona", mine.persona());
    here().writeAndFlush(new TextWebSocketFrame(answer.toString()));
    watch = relays.watch(mine.room(), this, mine.persona());
  }

  private void steered(Supplier<MotionFrame> input) {
    Watch mine = watch;
    if (mine == null || visit == null || visit.persona() == null) {
      close(CloseCode.NOT_UNDERSTOOD);
      return;
    }
    try {
      mine.move(input.get());
      outbox.meters().input();
    } catch (FrameException noMotion) {
      close(CloseCode.NOT_UNDERSTOOD);
    }
  }

  /** Told by the relay. Who does not take them gets fewer: the next to come is a key frame. */
  @Override
  public void frame(byte[] bytes, boolean key) {
    if (handed.incrementAndGet() > HANDED_AT_MOST) {
      handed.decrementAndGet();
      outbox.meters().given(0, 0, 0, 1);
      leftOut.incrementAndGet();
      here().executor().execute(this::miss);
      return;
    }
    outbox.give(this, bytes, key);
  }

  @Override
  public int takeLeftOut() {
    return leftOut.getAndSet(0);
  }

  @Override
  public void ended(Ending why) {
    CloseCode code =
        switch (why) {
          case NO_ROOM -> CloseCode.NO_ROOM;
          case LEFT -> CloseCode.LEFT;
          case FULL -> CloseCode.FULL;
          case STOPPED -> CloseCode.GOING_AWAY;
        };
    here().executor().execute(() -> close(code));
  }

  /**
   * On the socket's thread; {@link #flush} follows.
   *
   * @return whether it was written; if not, it was left out
   */
  boolean write(FrameBytes ready, boolean key) {
    handed.decrementAndGet();
    if (closing) return false;
    if (!here().channel().isWritable()) missed = true;
    else if (key) missed = false;
    if (missed) {
      leftOut.incrementAndGet();
      return false;
    }
    here().write(ready.ready(json).retainedDuplicate(), here().voidPromise());
    return true;
  }

  /** On the socket's thread: nothing is given to it any more. */
  boolean isClosing() {
    return closing;
  }

  void flush() {
    here().flush();
  }

  private void miss() {
    missed = true;
    if (here().channel().isWritable() && watch != null) watch.keyFrame();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext changed) {
    if (missed && changed.channel().isWritable() && watch != null) watch.keyFrame();
  }

  /** Asks whether it is still there, and gives it up if it has not answered. */
  void lookAfter() {
    if (System.nanoTime() - heard > settings.silentAfter().toNanos()) {
      close(CloseCode.SILENT);
    } else if (watch != null && here().channel().isWritable()) {
      here().writeAndFlush(new PingWebSocketFrame());
    }
  }

  /** Asks whether it may still do what its ticket said. */
  void check() {
    if (visit == null || closing) return;
    visit
        .stillHolds()
        .thenAcceptAsync(
            holds -> {
              if (!holds) close(CloseCode.NOT_ALLOWED);
            },
            here().executor());
  }

  void close(CloseCode code) {
    if (closing) return;
    closing = true;
    outbox.meters().closed(code);
    if (watch != null) watch.close();
    // Who reads nothing does not get to read why either.
    if (here().channel().isWritable()) {
      here().writeAndFlush(code.frame()).addListener(ChannelFutureListener.CLOSE);
    } else {
      here().close();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext at, Throwable cause) {
    at.close(); // a connection that broke; nothing of the node's own throws here
  }

  private ChannelHandlerContext here() {
    if (context == null) throw new IllegalStateException("the socket is not open yet");
    return context;
  }
}
