package org.mmm.liveedge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import org.jspecify.annotations.Nullable;
import org.mmm.frame.FrameJson;
import org.mmm.frame.RoomFrame;

/**
 * A Room frame as a message of a WebSocket: the same bytes for every client, since none is masked;
 * as JSON only if somebody wants it so. For one thread; who makes it releases it.
 */
final class FrameBytes {
  private static final int FINAL_TEXT = 0x81;
  private static final int FINAL_BINARY = 0x82;
  private static final int SHORT = 125;
  private static final int TWO_BYTES = 126;
  private static final int EIGHT_BYTES = 127;
  private static final int HEADER_AT_MOST = 10;
  private static final int MEMBERS_AT = 20;

  private final byte[] frame;
  private @Nullable ByteBuf binary;
  private @Nullable ByteBuf text;

  FrameBytes(byte[] frame) {
    this.frame = frame;
  }

  /** Whether it is of those bytes, and of no others that are the same. */
  boolean isOf(byte[] other) {
    return frame == other;
  }

  /** The message, which is released with this. */
  ByteBuf ready(boolean json) {
    ByteBuf made = json ? text : binary;
    if (made != null) return made;
    if (json) {
      String words = FrameJson.write(RoomFrame.decode(frame));
      made = text = message(FINAL_TEXT, words.getBytes(UTF_8));
    } else {
      made = binary = message(FINAL_BINARY, frame);
    }
    return made;
  }

  void release() {
    if (binary != null) binary.release();
    if (text != null) text.release();
  }

  /** RFC 6455, section 5.2: a whole message, then what it says. */
  private static ByteBuf message(int kind, byte[] what) {
    ByteBuf out = PooledByteBufAllocator.DEFAULT.directBuffer(what.length + HEADER_AT_MOST);
    out.writeByte(kind);
    if (what.length <= SHORT) {
      out.writeByte(what.length);
    } else if (what.length <= 0xFFFF) {
      out.writeByte(TWO_BYTES).writeShort(what.length);
    } else {
      out.writeByte(EIGHT_BYTES).writeLong(what.length);
    }
    return out.writeBytes(what);
  }

  /** How many members it tells of. */
  int members() {
    return (frame[MEMBERS_AT] & 0xFF) | (frame[MEMBERS_AT + 1] & 0xFF) << 8;
  }
}
