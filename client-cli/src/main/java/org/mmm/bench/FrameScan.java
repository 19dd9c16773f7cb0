package org.mmm.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads of a RoomFrame what a load must know of each one, without decoding it: {@code docs/LIVE.md}
 * has the layout. Nothing is consumed.
 */
final class FrameScan {
  static final int HEADER = 24;
  static final int MEMBER = 16;

  private static final int FLAGS = 3;
  private static final int INCARNATION = 4;
  private static final int MEMBERS = 20;
  private static final int HAPPENINGS = 22;
  private static final int CAME = 1;
  private static final int LEFT = 2;
  private static final int PLACED = 3;
  private static final int PERCEIVED = 4;
  private static final int SAID = 5;
  private static final int ANIMATED = 6;

  private FrameScan() {}

  static boolean isKey(ByteBuf frame) {
    return (frame.getByte(frame.readerIndex() + FLAGS) & 1) != 0;
  }

  static long incarnation(ByteBuf frame) {
    return frame.getUnsignedIntLE(frame.readerIndex() + INCARNATION);
  }

  static int members(ByteBuf frame) {
    return frame.getUnsignedShortLE(frame.readerIndex() + MEMBERS);
  }

  static int happenings(ByteBuf frame) {
    return frame.getUnsignedShortLE(frame.readerIndex() + HAPPENINGS);
  }

  /**
   * Where in the frame the member of that slot begins; -1 if it does not tell of it.
   *
   * @param slot of a seat
   */
  static int member(ByteBuf frame, int slot) {
    int count = members(frame);
    int at = frame.readerIndex() + HEADER;
    for (int i = 0; i < count; i++, at += MEMBER) {
      if (frame.getUnsignedShortLE(at) == slot) return at;
    }
    return -1;
  }

  /**
   * The seat that the frame gives to an Item, or, if it is placed anew, to the seat that it has.
   *
   * @param item its ID
   * @param now its seat so far
   */
  static @Nullable Seat seat(ByteBuf frame, String item, @Nullable Seat now) {
    Seat seat = now;
    int at = frame.readerIndex() + HEADER + MEMBER * members(frame);
    for (int left = happenings(frame); left > 0; left--) {
      int kind = frame.getByte(at);
      int slot = kind == SAID ? -1 : frame.getUnsignedShortLE(at + 1);
      if (kind == CAME && is(frame, at + 8, item)) {
        seat = new Seat(incarnation(frame), slot, frame.getUnsignedIntLE(at + 3));
      } else if (kind == PLACED && seat != null && seat.slot() == slot) {
        seat = new Seat(seat.incarnation(), slot, frame.getUnsignedIntLE(at + 3));
      }
      at = end(frame, at, kind);
    }
    return seat;
  }

  private static int end(ByteBuf frame, int at, int kind) {
    return switch (kind) {
      case CAME -> texts(frame, at + 8, 3);
      case LEFT -> at + 3;
      case PLACED -> at + 7;
      case PERCEIVED -> at + 4;
      case SAID -> texts(frame, at + 1, 3);
      case ANIMATED -> texts(frame, at + 7, 1);
      default -> throw new IndexOutOfBoundsException("no kind of happening: " + kind);
    };
  }

  private static int texts(ByteBuf frame, int begin, int count) {
    int at = begin;
    for (int i = 0; i < count; i++) at += 2 + frame.getUnsignedShortLE(at);
    return at;
  }

  private static boolean is(ByteBuf frame, int at, String text) {
    return frame.getUnsignedShortLE(at) == ByteBufUtil.utf8Bytes(text)
        && frame
            .toString(at + 2, frame.getUnsignedShortLE(at), StandardCharsets.UTF_8)
            .equals(text);
  }

  /** Of a Persona in a live Room: what its input has to name. */
  record Seat(long incarnation, int slot, long generation) {}
}
