package org.mmm.liveedge;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SelectStrategyFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.nio.channels.spi.SelectorProvider;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.mmm.live.Relays;

/**
 * The port at which clients watch live Rooms and steer in them. It stands on Netty, since it serves
 * many small frames to many sockets; permessage-deflate is off: a frame would have to be compressed
 * for each client.
 */
public final class LiveEdge implements AutoCloseable {
  /** Where it is on its port. */
  public static final String PATH = "/live";

  /** The protocol that its WebSockets speak. */
  public static final String PROTOCOL = "mmm.live.v1";

  private static final int TEXT_AT_MOST = 4_096;
  private static final int REQUEST_AT_MOST = 8_192;
  private static final int BACKLOG = 1_024;
  private static final Duration HANDSHAKE_WITHIN = Duration.ofSeconds(5);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

  private final EventLoopGroup group;
  private final Channel port;
  private final ChannelGroup open;
  private final boolean encrypted;

  private LiveEdge(EventLoopGroup group, Channel port, ChannelGroup open, boolean encrypted) {
    this.group = group;
    this.port = port;
    this.open = open;
    this.encrypted = encrypted;
  }

  /**
   * Begins to listen.
   *
   * @param host where, if the settings do not say
   * @param tls encrypts the connections; null if they are not
   * @param fromHere whether a page that a browser names, or none, may open a socket, by the headers
   *     of the request
   * @throws java.io.IOException if the address cannot be had
   */
  public static LiveEdge bind(
      LiveEdgeSettings settings,
      String host,
      @Nullable SSLContext tls,
      Predicate<HttpHeaders> fromHere,
      Relays relays,
      Visits visits,
      MeterRegistry registry)
      throws java.io.IOException {
    EventLoopGroup group = group(settings);
    ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    SslContext encryption = tls == null ? null : encryption(tls);
    LiveMeters meters = new LiveMeters(registry);
    Map<EventLoop, Outbox> outboxes = new ConcurrentHashMap<>();
    var sockets =
        new ChannelInitializer<Channel>() {
          @Override
          protected void initChannel(Channel channel) {
            open.add(channel);
            Outbox outbox =
                outboxes.computeIfAbsent(
                    channel.eventLoop(), loop -> new Outbox(loop, meters, settings));
            ChannelPipeline pipeline = channel.pipeline();
            if (encryption != null) pipeline.addLast(encryption.newHandler(channel.alloc()));
            pipeline
                .addLast(new HttpServerCodec())
                .addLast(new HttpObjectAggregator(REQUEST_AT_MOST))
                .addLast(new Handshake(fromHere))
                .addLast(new WebSocketServerProtocolHandler(protocol()))
                .addLast(new LiveSocket(outbox, relays, visits, settings));
          }
        };
    String at = settings.host().isEmpty() ? host : settings.host();
    var binding =
        new ServerBootstrap()
            .group(group)
            .channel(serverChannel())
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(
                ChannelOption.WRITE_BUFFER_WATER_MARK,
                new WriteBufferWaterMark(settings.waitingAtMost() / 2, settings.waitingAtMost()))
            .childHandler(sockets)
            .bind(at, settings.port())
            .awaitUninterruptibly();
    if (!binding.isSuccess()) {
      group.shutdownGracefully(0, 0, TimeUnit.MILLISECONDS);
      throw new java.io.IOException(binding.cause());
    }
    return new LiveEdge(group, binding.channel(), open, encryption != null);
  }

  /**
   * Where a client finds it.
   *
   * @param host by which the client knows this machine, as it stands in a URL
   */
  public String url(String host) {
    int number = ((InetSocketAddress) port.localAddress()).getPort();
    return (encrypted ? "wss://" : "ws://") + host + ":" + number + PATH;
  }

  /** Takes no more clients, and tells those that are there to come again elsewhere. */
  @Override
  public void close() {
    port.close().awaitUninterruptibly();
    for (Channel channel : open) {
      LiveSocket socket = channel.pipeline().get(LiveSocket.class);
      if (socket != null) channel.eventLoop().execute(() -> socket.close(CloseCode.GOING_AWAY));
    }
    open.newCloseFuture().awaitUninterruptibly(CLOSE_WITHIN.toMillis());
    group
        .shutdownGracefully(0, CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(2 * CLOSE_WITHIN.toMillis());
  }

  private static WebSocketServerProtocolConfig protocol() {
    return WebSocketServerProtocolConfig.newBuilder()
        .websocketPath(PATH)
        .subprotocols(PROTOCOL)
        .handshakeTimeoutMillis(HANDSHAKE_WITHIN.toMillis())
        .maxFramePayloadLength(TEXT_AT_MOST)
        .allowExtensions(false)
        .dropPongFrames(false)
        .build();
  }

  private static SslContext encryption(SSLContext tls) {
    return new JdkSslContext(
        tls, false, null, IdentityCipherSuiteFilter.INSTANCE, null, ClientAuth.NONE, null, false);
  }

  private static EventLoopGroup group(LiveEdgeSettings settings) {
    var names = new DefaultThreadFactory("mmm-live", true);
    SelectStrategyFactory gathering = () -> new Gathering(settings.gather());
    return Epoll.isAvailable()
        ? new EpollEventLoopGroup(settings.threads(), names, gathering)
        : new NioEventLoopGroup(settings.threads(), names, SelectorProvider.provider(), gathering);
  }

  private static Class<? extends ServerChannel> serverChannel() {
    return Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
  }
}
