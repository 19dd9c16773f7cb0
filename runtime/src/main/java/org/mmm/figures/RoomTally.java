package org.mmm.figures;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What one live Room does, as far as it costs something. The Room counts, in one thread; whoever
 * wants to see it reads what was so at the newest tick.
 */
public final class RoomTally {
  private static final double NANOS_IN_SECOND = 1e9;

  /** What was counted until a tick. */
  private record Counted(int watchers, long ticks, long frames, long bytes, long dropped) {}

  /** What was counted until a moment, by the clock of the node. */
  private record Noted(long nanos, Counted counted) {}

  private final String room;
  private final LiveLoads loads;
  private long frames;
  private long bytes;
  private long dropped;
  private volatile Counted counted = new Counted(0, 0, 0, 0, 0);
  private volatile boolean listed;

  /** By the keeper alone: the rounds of the window, the oldest first. */
  private final Deque<Noted> rounds = new ArrayDeque<>();

  RoomTally(String room, LiveLoads loads, long nanos) {
    this.room = room;
    this.loads = loads;
    rounds.add(new Noted(nanos, counted));
  }

  /**
   * Frames are on their way to who watches.
   *
   * @param moreFrames one for each who gets it
   * @param moreBytes of all these
   */
  public void sent(long moreFrames, long moreBytes) {
    frames += moreFrames;
    bytes += moreBytes;
  }

  /** So many frames were left out since somebody was too slow for them. */
  public void dropped(int moreFrames) {
    dropped += moreFrames;
  }

  /**
   * A tick is over.
   *
   * @param watchers who watch now, from all nodes
   */
  public void ticked(int watchers) {
    counted = new Counted(watchers, counted.ticks() + 1, frames, bytes, dropped);
    if (!listed) {
      listed = true;
      loads.list(this);
    }
  }

  /** The Room does not live here any more. */
  public void end() {
    loads.unlist(this);
  }

  String room() {
    return room;
  }

  boolean isWatched() {
    return counted.watchers() > 0;
  }

  /** Notes how it is now; false if it did not tick in the whole window. */
  boolean turn(long nanos, int atMost) {
    rounds.addLast(new Noted(nanos, counted));
    if (rounds.size() > atMost + 1) rounds.removeFirst();
    if (rounds.size() == 1 || rounds.getFirst().counted().ticks() < counted.ticks()) return true;
    rounds.clear(); // what comes after the pause has a window of its own
    listed = false;
    return false;
  }

  /** Whether it has ticked since it was found to tick no more. */
  boolean isListed() {
    return listed;
  }

  /** Since the beginning of the window, or since it began itself. */
  LiveRoomFigures figures(long nanos) {
    Counted now = counted;
    if (rounds.isEmpty()) rounds.add(new Noted(nanos, now));
    Noted first = rounds.getFirst();
    double seconds = (nanos - first.nanos()) / NANOS_IN_SECOND;
    double each = seconds > 0 ? 1 / seconds : 0;
    return new LiveRoomFigures(
        room,
        now.watchers(),
        (now.ticks() - first.counted().ticks()) * each,
        (now.frames() - first.counted().frames()) * each,
        (now.bytes() - first.counted().bytes()) * each,
        (now.dropped() - first.counted().dropped()) * each);
  }
}
