package org.mmm.live;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.mmm.frame.Happening;
import org.mmm.frame.Member;
import org.mmm.frame.Pose;
import org.mmm.frame.RoomFrame;

/** A client that understands frames: it knows who is there and where they stand. */
final class Eye implements Watcher {
  /** All frames, as they came. */
  final List<byte[]> bytes = new CopyOnWriteArrayList<>();

  /** How many frames it is to leave out. */
  final AtomicInteger slow = new AtomicInteger();

  final List<RoomFrame> frames = new CopyOnWriteArrayList<>();
  private final Map<Integer, Happening.Came> who = new ConcurrentHashMap<>();
  private final Map<Integer, Pose> poses = new ConcurrentHashMap<>();
  private volatile @Nullable Ending ended;

  @Override
  public void frame(byte[] frame, boolean key) {
    RoomFrame decoded = RoomFrame.decode(frame);
    if (decoded.key() != key) throw new AssertionError("said key " + key + ", was " + decoded);
    if (key) {
      who.clear();
      poses.clear();
    }
    decoded.happenings().forEach(this::happened);
    for (Member member : decoded.members()) poses.put(member.slot(), member.pose());
    bytes.add(frame);
    frames.add(decoded);
  }

  private void happened(Happening what) {
    if (what instanceof Happening.Came e) who.put(e.slot(), e);
    if (what instanceof Happening.Left e) who.remove(e.slot());
  }

  @Override
  public int takeLeftOut() {
    return slow.getAndSet(0);
  }

  @Override
  public void ended(Ending why) {
    ended = why;
  }

  @Nullable Ending ending() {
    return ended;
  }

  /** Who is there, and where, in metres to the right of the centre. */
  Map<String, Double> sees() {
    Map<String, Double> seen = new TreeMap<>();
    who.forEach(
        (slot, came) -> {
          Pose pose = poses.get(slot);
          if (pose != null) seen.put(came.item(), pose.x() / 64.0);
        });
    return seen;
  }

  /** The newest frame. */
  RoomFrame newest() {
    return frames.get(frames.size() - 1);
  }

  long keys() {
    return frames.stream().filter(RoomFrame::key).count();
  }
}
