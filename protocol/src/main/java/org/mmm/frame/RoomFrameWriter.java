package org.mmm.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes one {@link RoomFrame} after the other into the same memory, from plain numbers: what a
 * Room uses at each tick. First {@link #begin}, then all members, then all happenings, then {@link
 * #end}. Numbers are taken as they are; to check them is the caller's part.
 */
public final class RoomFrameWriter {
  /** Bytes before the members. */
  public static final int HEADER = 24;

  /** Bytes of one member. */
  public static final int MEMBER = 16;

  /** Flags of a member: it did not walk here. */
  public static final int JUMPED = 1;

  /** Flags of a member: the Room did not take its input as it was. */
  public static final int CORRECTED = 2;

  static final byte MAGIC_0 = 'R';
  static final byte MAGIC_1 = 'F';
  static final byte VERSION = 1;
  static final int KEY = 1;
  static final int FLAGS_AT = 3;
  static final int MEMBERS_AT = 20;
  static final int HAPPENINGS_AT = 22;

  static final byte CAME = 1;
  static final byte LEFT = 2;
  static final byte PLACED = 3;
  static final byte PERCEIVED = 4;
  static final byte SAID = 5;
  static final byte ANIMATED = 6;

  private ByteBuffer buffer = ByteBuffer.allocate(1_024).order(ByteOrder.LITTLE_ENDIAN);
  private int members;
  private int happenings;

  /** Begins a frame; one that was begun and not ended is forgotten. */
  public void begin(boolean key, long incarnation, long sequence, long tick, int rate) {
    members = 0;
    happenings = 0;
    buffer.clear();
    buffer.put(MAGIC_0).put(MAGIC_1).put(VERSION).put((byte) (key ? KEY : 0));
    buffer.putInt((int) incarnation).putInt((int) sequence).putInt((int) tick);
    buffer.put((byte) rate).put((byte) 0).putShort((short) 0);
    buffer.putShort((short) 0).putShort((short) 0);
  }

  /** One who has moved; see {@link Member} and {@link Pose} for units and ranges. */
  public void member(
      int slot, int input, int flags, int x, int y, int z, int yaw, int pitch, int roll) {
    ByteBuffer out = room(MEMBER);
    out.putShort((short) slot).putShort((short) input);
    out.putShort((short) x).putShort((short) y).putShort((short) z).putShort((short) yaw);
    out.put((byte) pitch).put((byte) roll).put((byte) flags).put((byte) 0);
    members++;
  }

  /** Something that happened, after what happened before it. */
  public void happening(Happening what) {
    if (what instanceof Happening.Came e) {
      kind(CAME).putShort((short) e.slot()).putInt((int) e.generation());
      buffer.put((byte) (e.perceptible() ? 1 : 0));
      text(e.item());
      text(e.dataType());
      text(e.name());
    } else if (what instanceof Happening.Left e) {
      kind(LEFT).putShort((short) e.slot());
    } else if (what instanceof Happening.Placed e) {
      kind(PLACED).putShort((short) e.slot()).putInt((int) e.generation());
    } else if (what instanceof Happening.Perceived e) {
      kind(PERCEIVED).putShort((short) e.slot()).put((byte) (e.perceptible() ? 1 : 0));
    } else if (what instanceof Happening.Said e) {
      kind(SAID);
      text(e.process());
      text(e.message());
      text(e.text());
    } else {
      Happening.Animated e = (Happening.Animated) what;
      kind(ANIMATED).putShort((short) e.slot()).putInt((int) e.since());
      text(e.stream());
    }
    happenings++;
  }

  /** Whether nothing was said since {@link #begin}. */
  public boolean isEmpty() {
    return members == 0 && happenings == 0;
  }

  /** Ends the frame. */
  public byte[] end() {
    buffer.putShort(MEMBERS_AT, (short) members);
    buffer.putShort(HAPPENINGS_AT, (short) happenings);
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  private ByteBuffer kind(byte kind) {
    return room(8).put(kind); // what has a fixed length after it has less
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    room(2 + bytes.length).putShort((short) bytes.length).put(bytes);
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      int wanted = Math.max(2 * buffer.capacity(), buffer.position() + bytes);
      ByteBuffer larger = ByteBuffer.allocate(wanted).order(ByteOrder.LITTLE_ENDIAN);
      larger.put(buffer.flip());
      buffer = larger;
    }
    return buffer;
  }
}
