package org.mmm.bench;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.concurrent.CountDownLatch;
import org.mmm.client.Json;

/** One member's socket: gives its ticket, and then takes frames. */
final class CrowdSocket extends SimpleChannelInboundHandler<WebSocketFrame> {
  private final Crowd crowd;
  private final int number;
  private final String ticket;
  private final CountDownLatch joined;
  private boolean in;
  private String why = "the connection ended";

  CrowdSocket(Crowd crowd, int number, String ticket, CountDownLatch joined) {
    this.crowd = crowd;
    this.number = number;
    this.ticket = ticket;
    this.joined = joined;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext at, Object event) {
    if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
      at.writeAndFlush(new TextWebSocketFrame(Json.object().put("ticket", ticket).toString()));
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext at, WebSocketFrame frame) {
    if (frame instanceof BinaryWebSocketFrame) {
      crowd.frame(number, frame.content());
      if (!in) {
        in = true;
        joined.countDown();
      }
    } else if (frame instanceof CloseWebSocketFrame end) {
      why = "closed with " + end.statusCode() + " " + end.reasonText();
      at.close();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext at) {
    crowd.lost(why);
    joined.countDown();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext at, Throwable cause) {
    why = String.valueOf(cause);
    at.close();
  }
}
