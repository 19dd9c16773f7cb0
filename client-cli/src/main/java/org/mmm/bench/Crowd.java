package org.mmm.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.frame.MotionFrame;
import org.mmm.frame.RoomFrame;

/** All members with their sockets. All of it is done by one thread, which is its event loop. */
final class Crowd implements AutoCloseable {
  /** So many watchers decode each frame; of the others' frames the headers are read. */
  static final int SAMPLE = 16;

  private static final Duration JOIN_WITHIN = Duration.ofSeconds(60);
  private static final int FRAME_AT_MOST = 4 << 20;
  private static final int ANSWER_AT_MOST = 8_192;
  private static final long STEER_EVERY_MICROS = 1_000;

  private final RoomPlan plan;
  private final List<Walker> walkers;
  private final Map<Integer, Sight> sample = new HashMap<>();
  private final Channel[] channels;
  private final RoomMeter meter = new RoomMeter();
  private final EventLoopGroup loop;
  private @Nullable Schedule schedule;
  private long turn;
  private int lost;
  private String lostWhy = "";

  static {
    // Of the loggers that Netty would choose from, the only one that needs no other library.
    InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
  }

  Crowd(RoomPlan plan, List<RoomScene.Member> members) {
    this.plan = plan;
    this.walkers = members.stream().map(one -> new Walker(one.persona(), one.room())).toList();
    this.channels = new Channel[walkers.size()];
    var names = new DefaultThreadFactory("bench-room", true);
    this.loop =
        Epoll.isAvailable() ? new EpollEventLoopGroup(1, names) : new NioEventLoopGroup(1, names);
    Map<String, Walker> people = new HashMap<>();
    walkers.forEach(walker -> people.put(walker.persona(), walker));
    // Evenly from all Rooms.
    int every = Math.max(1, walkers.size() / SAMPLE);
    for (int i = 0; i < walkers.size() && sample.size() < SAMPLE; i += every) {
      sample.put(i, new Sight(walkers.get(i), people));
    }
  }

  /**
   * Opens sockets for the next members, and waits until each has its key frame.
   *
   * @param first the number of the first, from 0
   * @return seconds that it took
   * @throws Failure if one of them cannot join
   */
  double join(int first, List<RoomScene.Ticket> tickets) throws InterruptedException {
    CountDownLatch joined = new CountDownLatch(tickets.size());
    long begin = System.nanoTime();
    for (int i = 0; i < tickets.size(); i++) {
      RoomScene.Ticket ticket = tickets.get(i);
      open(first + i, ticket, joined);
    }
    if (!joined.await(JOIN_WITHIN.toMillis(), TimeUnit.MILLISECONDS) || ask(() -> lost) > 0) {
      String why = ask(() -> lostWhy);
      throw new Failure(
          ExitCode.FAILED,
          joined.getCount() + " of " + tickets.size() + " members could not join; " + why);
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private void open(int number, RoomScene.Ticket ticket, CountDownLatch joined) {
    URI url = URI.create(ticket.url());
    WebSocketClientProtocolConfig protocol =
        WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri(url)
            .version(WebSocketVersion.V13)
            .subprotocol("mmm.live.v1")
            .customHeaders(new DefaultHttpHeaders())
            .maxFramePayloadLength(FRAME_AT_MOST)
            .handleCloseFrames(false)
            .build();
    Class<? extends Channel> type =
        Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class;
    new Bootstrap()
        .group(loop)
        .channel(type)
        .handler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                channels[number] = channel;
                channel.config().setTcpNoDelay(true);
                channel
                    .pipeline()
                    .addLast(new HttpClientCodec())
                    .addLast(new HttpObjectAggregator(ANSWER_AT_MOST))
                    .addLast(new WebSocketClientProtocolHandler(protocol))
                    .addLast(new CrowdSocket(Crowd.this, number, ticket.ticket(), joined));
              }
            })
        .connect(url.getHost(), url.getPort());
  }

  /** On the loop: a frame came. */
  void frame(int number, ByteBuf frame) {
    long now = System.nanoTime();
    meter.frame(FrameScan.isKey(frame), frame.readableBytes(), FrameScan.members(frame));
    walkers.get(number).learn(frame);
    Sight sight = sample.get(number);
    if (sight != null) sight.see(RoomFrame.decode(ByteBufUtil.getBytes(frame)), now, meter);
  }

  /** On the loop: a socket ended that should not have. */
  void lost(String why) {
    lost++;
    if (lostWhy.isEmpty()) lostWhy = why;
  }

  /** All begin to walk, if they are to. */
  void walk() {
    if (!plan.moving()) return;
    loop.execute(
        () -> {
          schedule = new Schedule(System.nanoTime(), walkers.size(), plan.hz());
          loop.scheduleAtFixedRate(this::steer, 0, STEER_EVERY_MICROS, TimeUnit.MICROSECONDS);
        });
  }

  private void steer() {
    Schedule when = schedule;
    if (when == null) return;
    long now = System.nanoTime();
    for (long due = when.due(turn); due <= now; due = when.due(++turn)) {
      int number = when.who(turn);
      MotionFrame motion = walkers.get(number).next(due, plan.hz());
      Channel channel = channels[number];
      if (motion == null || !channel.isActive()) continue;
      if (channel.isWritable()) {
        channel.writeAndFlush(
            new BinaryWebSocketFrame(Unpooled.wrappedBuffer(motion.encode())),
            channel.voidPromise());
        meter.sent(now - due);
      } else {
        meter.held();
      }
    }
  }

  /** Begins to count. */
  void measure() throws InterruptedException {
    ask(
        () -> {
          meter.start();
          return 0;
        });
  }

  /** Ends to count, and tells. */
  Counted counted() throws InterruptedException {
    return ask(
        () -> {
          meter.stop();
          List<Integer> others = new ArrayList<>();
          sample.values().forEach(sight -> others.add(sight.others()));
          return new Counted(meter.counts(), List.copyOf(others), lost, lostWhy);
        });
  }

  /** Nanoseconds for which the loop has used a processor so far. */
  long busyNanos() throws InterruptedException {
    return ask(
        () -> java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
  }

  /**
   * @param others how many others each of the sample saw move
   * @param lost sockets that ended
   */
  record Counted(RoomMeter.Counts counts, List<Integer> others, int lost, String lostWhy) {}

  private <T> T ask(Supplier<T> question) throws InterruptedException {
    try {
      return loop.submit(question::get).get(JOIN_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new Failure(ExitCode.FAILED, "the load itself failed: " + e, e);
    }
  }

  @Override
  public void close() {
    loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
