package org.mmm.liveedge;

import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;

/** Why a socket was closed, as a WebSocket says it. */
enum CloseCode {
  GOING_AWAY(1001, "this node ends: come again with a new ticket, to it or to another"),
  NOT_UNDERSTOOD(
      4400,
      "not understood: a binary message is a MotionFrame, a text {\"key\":true} or, by JSON,"
          + " {\"move\":...}"),
  BAD_TICKET(4401, "the ticket is not valid, was used, or has run out: get a new one"),
  NOT_ALLOWED(4403, "you may not watch that place any more, or steer that Persona"),
  NO_ROOM(4404, "there is no such place"),
  SILENT(4408, "nothing was heard of you, no pong either"),
  LEFT(4409, "the Persona has left the place"),
  TOO_FAST(4429, "too many messages a second"),
  FULL(4503, "too many watch: come again later");

  private final int number;
  private final String reason;

  CloseCode(int number, String reason) {
    this.number = number;
    this.reason = reason;
  }

  /** A word for figures. */
  String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  CloseWebSocketFrame frame() {
    return new CloseWebSocketFrame(number, reason);
  }
}
