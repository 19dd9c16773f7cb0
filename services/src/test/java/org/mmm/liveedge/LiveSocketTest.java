package org.mmm.liveedge;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.frame.MotionFrame;
import org.mmm.frame.Pose;
import org.mmm.frame.RoomFrame;
import org.mmm.live.Ending;
import org.mmm.live.Relays;
import org.mmm.live.Seat;
import org.mmm.live.Watch;
import org.mmm.live.Watcher;

@DisplayName("A socket of the live edge")
class LiveSocketTest {
  private static final byte[] KEY = new RoomFrame(true, 1, 1, 0, 20, List.of(), List.of()).encode();
  private static final byte[] NEXT =
      new RoomFrame(false, 1, 2, 1, 20, List.of(), List.of()).encode();

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final List<String> asked = new ArrayList<>();
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final LiveSocket socket;

  LiveSocketTest() {
    LiveEdgeSettings settings = LiveEdgeSettings.of(ConfigFactory.load("node"));
    Outbox outbox = new Outbox(channel.eventLoop(), new LiveMeters(registry), settings);
    socket = new LiveSocket(outbox, new Room(), new Door(), settings);
  }

  @BeforeEach
  void watches() {
    channel.pipeline().addLast(socket);
    socket.channelActive(channel.pipeline().context(socket));
    channel.writeInbound(new TextWebSocketFrame("{\"ticket\":\"t\"}"));
    TextWebSocketFrame answer = channel.readOutbound();
    assertThat(answer.text()).isEqualTo("{\"watching\":\"Room1\",\"persona\":\"Persona1\"}");
    answer.release();
    assertThat(asked).containsExactly("watch Room1 as Persona1");
    asked.clear();
  }

  @Test
  @DisplayName("gives frames as whole binary messages, each with its length")
  void gives() {
    byte[] long1 = new byte[200];
    byte[] long2 = new byte[70_000];
    for (byte[] frame : List.of(KEY, long1, long2)) socket.frame(frame, true);
    assertThat(written()).containsExactly(KEY.length + 2, long1.length + 4, long2.length + 10);
    assertThat(count("mmm.live.frames")).isEqualTo(3);
  }

  @Test
  @DisplayName(
      "leaves out what the client is too slow for, asks for a key frame, and goes on there")
  void latestWins() {
    socket.frame(KEY, true);
    assertThat(written()).hasSize(1);
    slow(true);
    socket.frame(NEXT, false);
    socket.frame(NEXT, false);
    assertThat(written()).isEmpty();
    assertThat(count("mmm.live.frames.dropped")).isEqualTo(2);
    slow(false);
    assertThat(asked).containsExactly("key frame");
    socket.frame(NEXT, false);
    assertThat(written()).as("nothing of use until the key frame").isEmpty();
    socket.frame(KEY, true);
    socket.frame(NEXT, false);
    assertThat(written()).containsExactly(KEY.length + 2, NEXT.length + 2);
    assertThat(socket.takeLeftOut()).as("as the relay is told").isEqualTo(3);
    assertThat(socket.takeLeftOut()).as("once").isZero();
  }

  @Test
  @DisplayName("lets no more than 64 frames wait for its thread")
  void bounded() {
    socket.frame(KEY, true);
    assertThat(written()).hasSize(1);
    for (int i = 0; i < 100; i++) socket.frame(NEXT, false);
    assertThat(count("mmm.live.frames.dropped")).isEqualTo(36);
    assertThat(socket.takeLeftOut()).isEqualTo(36);
    channel.runPendingTasks();
    assertThat(asked).as("it has missed some").contains("key frame");
  }

  @Test
  @DisplayName("steers by what the client says")
  void steers() {
    MotionFrame wish = new MotionFrame(1, 2, 3, Pose.ORIGIN);
    channel.writeInbound(
        new BinaryWebSocketFrame(channel.alloc().buffer().writeBytes(wish.encode())));
    assertThat(asked).containsExactly("move " + wish);
  }

  @Test
  @DisplayName("says why it ends, and ends its watch")
  void ends() {
    socket.ended(Ending.LEFT);
    channel.runPendingTasks();
    CloseWebSocketFrame last = channel.readOutbound();
    assertThat(last.statusCode()).isEqualTo(4409);
    last.release();
    assertThat(channel.isOpen()).isFalse();
    assertThat(asked).contains("close");
    assertThat(registry.get("mmm.live.closed").tag("why", "left").counter().count()).isEqualTo(1);
  }

  /** The lengths of the messages that were written. */
  private List<Integer> written() {
    channel.runPendingTasks();
    List<Integer> lengths = new ArrayList<>();
    for (Object next = channel.readOutbound(); next != null; next = channel.readOutbound()) {
      lengths.add(((ByteBuf) next).readableBytes());
      ReferenceCountUtil.release(next);
    }
    return lengths;
  }

  private void slow(boolean is) {
    channel.unsafe().outboundBuffer().setUserDefinedWritability(1, !is);
    channel.runPendingTasks();
  }

  private double count(String name) {
    return registry.get(name).counter().count();
  }

  private final class Room implements Relays {
    @Override
    public Watch watch(String room, Watcher watcher, @Nullable String persona) {
      asked.add("watch " + room + " as " + persona);
      return new Watch() {
        @Override
        public void move(MotionFrame wish) {
          asked.add("move " + wish);
        }

        @Override
        public void keyFrame() {
          asked.add("key frame");
        }

        @Override
        public void close() {
          asked.add("close");
        }
      };
    }

    @Override
    public void seat(String room, String persona, Consumer<Optional<Seat>> answer) {
      answer.accept(Optional.empty());
    }
  }

  private static final class Door implements Visits, Visit {
    @Override
    public Optional<Visit> redeem(String ticket) {
      return Optional.of(this);
    }

    @Override
    public String room() {
      return "Room1";
    }

    @Override
    public String persona() {
      return "Persona1";
    }

    @Override
    public CompletionStage<Boolean> stillHolds() {
      return CompletableFuture.completedFuture(true);
    }

    @Override
    public void began() {}

    @Override
    public void ended() {}
  }
}
