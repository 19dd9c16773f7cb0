package org.mmm.bench;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;
import org.mmm.frame.MotionFrame;
import org.mmm.frame.Pose;

/** One member of a Room: where its Persona sits, and when it said what. */
final class Walker {
  /** As many of the last inputs are remembered: more than a minute of them at any rate. */
  private static final int REMEMBERED = 4_096;

  private static final int INPUTS = 0xFFFF;

  private final String persona;
  private final int room;
  private final long[] due = new long[REMEMBERED];
  private FrameScan.@Nullable Seat seat;
  private @Nullable Walk walk;
  private int input;
  private long steps;

  /**
   * @param room its number, from 0
   */
  Walker(String persona, int room) {
    this.persona = persona;
    this.room = room;
  }

  String persona() {
    return persona;
  }

  int room() {
    return room;
  }

  boolean seated() {
    return seat != null;
  }

  /** Learns from a frame where it sits; it walks from where the first key frame shows it. */
  void learn(ByteBuf frame) {
    boolean key = FrameScan.isKey(frame);
    if (!key && FrameScan.happenings(frame) == 0) return;
    seat = FrameScan.seat(frame, persona, key ? null : seat);
    if (walk == null && seat != null) {
      int at = FrameScan.member(frame, seat.slot());
      if (at >= 0) walk = new Walk(pose(frame, at));
    }
  }

  /**
   * What it says next; null while it has no seat.
   *
   * @param dueAt nanoseconds at which it should be said
   */
  @Nullable MotionFrame next(long dueAt, int hz) {
    FrameScan.Seat at = seat;
    if (at == null || walk == null) return null;
    input = input == INPUTS ? 1 : input + 1;
    steps++;
    due[input % REMEMBERED] = dueAt;
    return new MotionFrame(at.incarnation(), at.generation(), input, walk.at((double) steps / hz));
  }

  /** When the input of that number was due, in nanoseconds. */
  long due(int number) {
    return due[number % REMEMBERED];
  }

  private static Pose pose(ByteBuf frame, int at) {
    return new Pose(
        frame.getShortLE(at + 4),
        frame.getUnsignedShortLE(at + 6),
        frame.getShortLE(at + 8),
        frame.getUnsignedShortLE(at + 10),
        frame.getUnsignedByte(at + 12),
        frame.getUnsignedByte(at + 13));
  }
}
