package org.mmm.liveedge;

import static io.netty.handler.codec.http.HttpResponseStatus.BAD_REQUEST;
import static io.netty.handler.codec.http.HttpResponseStatus.FORBIDDEN;
import static io.netty.handler.codec.http.HttpResponseStatus.NOT_FOUND;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;

/** Refuses requests that cannot become a socket here, and goes out of the way after a good one. */
final class Handshake extends ChannelInboundHandlerAdapter {
  private final Predicate<HttpHeaders> fromHere;

  /**
   * @param fromHere whether the page that a browser names, or none, may open a socket
   */
  Handshake(Predicate<HttpHeaders> fromHere) {
    this.fromHere = fromHere;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!(message instanceof FullHttpRequest request)) {
      context.fireChannelRead(message);
      return;
    }
    HttpHeaders headers = request.headers();
    if (!request.method().equals(HttpMethod.GET) || !request.uri().equals(LiveEdge.PATH)) {
      refuse(context, message, NOT_FOUND, "live Rooms are at " + LiveEdge.PATH);
    } else if (!headers.contains(HttpHeaderNames.UPGRADE, "websocket", true)) {
      refuse(context, message, BAD_REQUEST, LiveEdge.PATH + " takes WebSockets alone");
    } else if (!speaks(headers)) {
      refuse(context, message, BAD_REQUEST, "the WebSocket protocol is " + LiveEdge.PROTOCOL);
    } else if (!fromHere.test(headers)) {
      refuse(context, message, FORBIDDEN, "pages of that origin may not open a WebSocket here");
    } else {
      context.pipeline().remove(this);
      context.fireChannelRead(message);
    }
  }

  private static boolean speaks(HttpHeaders headers) {
    return headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL).stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .anyMatch(protocol -> protocol.strip().equals(LiveEdge.PROTOCOL));
  }

  private static void refuse(
      ChannelHandlerContext context, Object message, HttpResponseStatus status, String why) {
    ReferenceCountUtil.release(message);
    byte[] text = (why + "\n").getBytes(StandardCharsets.UTF_8);
    var answer =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(text));
    answer
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
        .set(HttpHeaderNames.CONTENT_LENGTH, text.length)
        .set(HttpHeaderNames.CONNECTION, "close");
    context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
  }
}
