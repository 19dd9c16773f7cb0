package org.mmm.liveedge;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;

/**
 * A Room frame as a message of a WebSocket: the same bytes for every client, since none is masked.
 */
final class FrameBytes {
  private static final int FINAL_BINARY = 0x82;
  private static final int SHORT = 125;
  private static final int TWO_BYTES = 126;
  private static final int EIGHT_BYTES = 127;
  private static final int HEADER_AT_MOST = 10;
  private static final int MEMBERS_AT = 20;

  private FrameBytes() {}

  /** RFC 6455, section 5.2: a whole message, then what it says. Whoever asks releases it. */
  static ByteBuf ready(byte[] frame) {
    ByteBuf out = PooledByteBufAllocator.DEFAULT.directBuffer(frame.length + HEADER_AT_MOST);
    out.writeByte(FINAL_BINARY);
    if (frame.length <= SHORT) {
      out.writeByte(frame.length);
    } else if (frame.length <= 0xFFFF) {
      out.writeByte(TWO_BYTES).writeShort(frame.length);
    } else {
      out.writeByte(EIGHT_BYTES).writeLong(frame.length);
    }
    return out.writeBytes(frame);
  }

  /** How many members a Room frame tells of. */
  static int members(byte[] frame) {
    return (frame[MEMBERS_AT] & 0xFF) | (frame[MEMBERS_AT + 1] & 0xFF) << 8;
  }
}
