package org.mmm.frame;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a Room says at one tick to all who watch it from the same surroundings. A key frame has all
 * that is there and can be understood alone; any other frame has what has changed since the last
 * one. Who gets one of another incarnation that is not a key frame, or one with no greater
 * sequence, leaves it.
 *
 * @param key whether it is a key frame
 * @param incarnation another one whenever the Room starts anew, from 0 to 2^32 - 1
 * @param sequence raised with each tick that has frames, from 0 to 2^32 - 1
 * @param tick the Room's time, in ticks since this incarnation began, from 0 to 2^32 - 1
 * @param rate ticks per second, from 1 to 60
 * @param members who has moved, or in a key frame all who can be seen; at most 65,535
 * @param happenings what happened, in order; at most 65,535
 */
public record RoomFrame(
    boolean key,
    long incarnation,
    long sequence,
    long tick,
    int rate,
    List<Member> members,
    List<Happening> happenings) {
  /** How many seats a live Room can have: slots are 0 to 65534. */
  public static final int SLOTS = 0xFFFF;

  public RoomFrame {
    Range.check("incarnation", incarnation, 0, Range.U32);
    Range.check("sequence", sequence, 0, Range.U32);
    Range.check("tick", tick, 0, Range.U32);
    Range.check("rate", rate, 1, 60);
    members = List.copyOf(requireNonNull(members, "members are missing"));
    happenings = List.copyOf(requireNonNull(happenings, "happenings are missing"));
    Range.check("number of members", members.size(), 0, Range.U16);
    Range.check("number of happenings", happenings.size(), 0, Range.U16);
  }

  /** As bytes. */
  public byte[] encode() {
    var writer = new RoomFrameWriter();
    writer.begin(key, incarnation, sequence, tick, rate);
    for (Member one : members) {
      Pose p = one.pose();
      writer.member(
          one.slot(),
          one.input(),
          (one.jumped() ? RoomFrameWriter.JUMPED : 0)
              | (one.corrected() ? RoomFrameWriter.CORRECTED : 0),
          p.x(),
          p.y(),
          p.z(),
          p.yaw(),
          p.pitch(),
          p.roll());
    }
    happenings.forEach(writer::happening);
    return writer.end();
  }

  /**
   * From bytes: all of them, and nothing else.
   *
   * @throws FrameException if they are no frame of this version
   */
  public static RoomFrame decode(byte[] bytes) {
    return RoomFrameReader.read(bytes);
  }
}
