package org.mmm.frame;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How whoever steers a Persona wants it to stand. Only the newest counts. The Room brings it within
 * its bounds and its greatest speed.
 *
 * @param incarnation of the Room, as its frames say it
 * @param generation of the seat, as the Room last said it: input of another one is left
 * @param sequence counts the inputs: 1 to 65535 and then 1 again; 0 is no input
 * @param pose where and how
 */
public record MotionFrame(long incarnation, long generation, int sequence, Pose pose) {
  /** Bytes of each. */
  public static final int LENGTH = 24;

  static final byte MAGIC_0 = 'M';
  static final byte MAGIC_1 = 'F';
  static final byte VERSION = 1;

  public MotionFrame {
    Range.check("incarnation", incarnation, 0, Range.U32);
    Range.generation(generation);
    Range.check("sequence", sequence, 1, Range.U16);
    requireNonNull(pose, "the pose is missing");
  }

  /** As bytes. */
  public byte[] encode() {
    ByteBuffer out = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    out.put(MAGIC_0).put(MAGIC_1).put(VERSION).put((byte) 0);
    out.putInt((int) incarnation).putInt((int) generation).putShort((short) sequence);
    out.putShort((short) pose.x()).putShort((short) pose.y()).putShort((short) pose.z());
    out.putShort((short) pose.yaw()).put((byte) pose.pitch()).put((byte) pose.roll());
    return out.array();
  }

  /**
   * From bytes: all of them, and nothing else.
   *
   * @throws FrameException if they are no such frame of this version
   */
  public static MotionFrame decode(byte[] bytes) {
    var in = new FrameBytes(bytes);
    in.beginsWith(MAGIC_0, MAGIC_1, VERSION);
    in.zero("byte 3", in.u8("byte 3"));
    var frame =
        new MotionFrame(
            in.u32("incarnation"),
            in.u32("generation"),
            in.u16("sequence"),
            new Pose(
                in.i16("x"),
                in.u16("y"),
                in.i16("z"),
                in.u16("yaw"),
                in.u8("pitch"),
                in.u8("roll")));
    in.end();
    return frame;
  }
}
