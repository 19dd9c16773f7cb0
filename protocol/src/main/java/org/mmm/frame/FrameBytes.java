package org.mmm.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The bytes of a frame, read from the first to the last; what is not there is said. */
final class FrameBytes {
  private final ByteBuffer in;

  FrameBytes(byte[] bytes) {
    this.in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  int u8(String what) {
    need(what, 1);
    return in.get() & 0xFF;
  }

  int i16(String what) {
    need(what, 2);
    return in.getShort();
  }

  int u16(String what) {
    return i16(what) & Range.U16;
  }

  long u32(String what) {
    need(what, 4);
    return in.getInt() & Range.U32;
  }

  /** A byte that must be one of the flags named. */
  int flags(String what, int known) {
    int flags = u8(what);
    if ((flags & ~known) != 0) {
      throw new FrameException(what + " must have no flags but " + known + ", was " + flags);
    }
    return flags;
  }

  void zero(String what, int value) {
    if (value != 0) throw new FrameException(what + " must be 0, was " + value);
  }

  String text(String what) {
    int length = u16("length of " + what);
    need(what, length);
    ByteBuffer part = in.slice().limit(length);
    in.position(in.position() + length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(part).toString();
    } catch (CharacterCodingException e) {
      throw new FrameException(what + " must be UTF-8");
    }
  }

  void beginsWith(byte first, byte second, byte version) {
    if (u8("magic") != first || u8("magic") != second) {
      throw new FrameException("a frame must begin with " + (char) first + (char) second);
    }
    int was = u8("version");
    if (was != version) throw new FrameException("version must be " + version + ", was " + was);
  }

  void end() {
    if (in.hasRemaining()) {
      throw new FrameException("a frame must end here, has " + in.remaining() + " bytes more");
    }
  }

  private void need(String what, int bytes) {
    if (in.remaining() < bytes) {
      throw new FrameException(
          what + " must have " + bytes + " bytes, has " + in.remaining() + ": the frame is cut");
    }
  }
}
