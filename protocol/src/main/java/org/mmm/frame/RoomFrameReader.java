package org.mmm.frame;

import java.util.ArrayList;
import java.util.List;

/** Reads a {@link RoomFrame}. Whatever it accepts is written as the same bytes. */
final class RoomFrameReader {
  private RoomFrameReader() {}

  static RoomFrame read(byte[] bytes) {
    var in = new FrameBytes(bytes);
    in.beginsWith(RoomFrameWriter.MAGIC_0, RoomFrameWriter.MAGIC_1, RoomFrameWriter.VERSION);
    boolean key = in.flags("flags", RoomFrameWriter.KEY) != 0;
    long incarnation = in.u32("incarnation");
    long sequence = in.u32("sequence");
    long tick = in.u32("tick");
    int rate = in.u8("rate");
    in.zero("byte 17", in.u8("byte 17"));
    in.zero("bytes 18 and 19", in.u16("bytes 18 and 19"));
    int memberCount = in.u16("number of members");
    int happeningCount = in.u16("number of happenings");
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < memberCount; i++) members.add(member(in));
    List<Happening> happenings = new ArrayList<>();
    for (int i = 0; i < happeningCount; i++) happenings.add(happening(in));
    in.end();
    return new RoomFrame(key, incarnation, sequence, tick, rate, members, happenings);
  }

  private static Member member(FrameBytes in) {
    int slot = in.u16("slot");
    int input = in.u16("input");
    var pose =
        new Pose(
            in.i16("x"), in.u16("y"), in.i16("z"), in.u16("yaw"), in.u8("pitch"), in.u8("roll"));
    int flags = in.flags("flags of a member", RoomFrameWriter.JUMPED | RoomFrameWriter.CORRECTED);
    in.zero("the last byte of a member", in.u8("the last byte of a member"));
    return new Member(
        slot,
        input,
        pose,
        (flags & RoomFrameWriter.JUMPED) != 0,
        (flags & RoomFrameWriter.CORRECTED) != 0);
  }

  private static Happening happening(FrameBytes in) {
    int kind = in.u8("kind of happening");
    return switch (kind) {
      case RoomFrameWriter.CAME -> came(in);
      case RoomFrameWriter.LEFT -> new Happening.Left(in.u16("slot"));
      case RoomFrameWriter.PLACED -> new Happening.Placed(in.u16("slot"), in.u32("generation"));
      case RoomFrameWriter.PERCEIVED ->
          new Happening.Perceived(in.u16("slot"), in.flags("perceptible", 1) != 0);
      case RoomFrameWriter.SAID ->
          new Happening.Said(in.text("process"), in.text("message"), in.text("text"));
      case RoomFrameWriter.ANIMATED ->
          new Happening.Animated(in.u16("slot"), in.u32("since"), in.text("stream"));
      default -> throw new FrameException("kind of happening must be from 1 to 6, was " + kind);
    };
  }

  private static Happening.Came came(FrameBytes in) {
    int slot = in.u16("slot");
    long generation = in.u32("generation");
    boolean perceptible = in.flags("perceptible", 1) != 0;
    return new Happening.Came(
        slot, generation, in.text("item"), in.text("dataType"), in.text("name"), perceptible);
  }
}
