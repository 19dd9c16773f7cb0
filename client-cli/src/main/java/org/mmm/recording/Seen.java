package org.mmm.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.mmm.frame.Happening;
import org.mmm.frame.Member;
import org.mmm.frame.Pose;
import org.mmm.frame.Quantised;
import org.mmm.frame.RoomFrame;

/** Who was where in a place, as its frames told so far; and what they told, in words. */
public final class Seen {
  private final Map<Integer, Happening.Came> here = new TreeMap<>();
  private final Map<Integer, Pose> poses = new TreeMap<>();
  private final Map<Integer, Long> toldAt = new TreeMap<>();
  private final long every;

  /**
   * @param every how often at most it is told of one who moves, in milliseconds
   */
  public Seen(long every) {
    this.every = every;
  }

  /**
   * Takes a frame.
   *
   * @return what it told, each in words
   */
  public List<String> take(long millis, RoomFrame frame) {
    List<String> words = new ArrayList<>();
    Map<Integer, Happening.Came> before = Map.copyOf(here);
    if (frame.key()) {
      here.clear();
      frame.happenings().forEach(one -> happened(one, words, before));
      before.forEach(
          (slot, who) -> {
            if (!here.containsKey(slot)) words.add(who.name() + " is here no more");
          });
      poses.keySet().retainAll(here.keySet());
    }
    for (Member member : frame.members()) stands(millis, member, words);
    if (!frame.key()) frame.happenings().forEach(one -> happened(one, words, before));
    return words;
  }

  /** All that is here, each in words. */
  public List<String> all() {
    List<String> words = new ArrayList<>();
    here.forEach((slot, who) -> words.add(who.name() + where(poses.get(slot))));
    return words;
  }

  private void stands(long millis, Member member, List<String> words) {
    Pose before = poses.put(member.slot(), member.pose());
    Happening.Came who = here.get(member.slot());
    if (who == null || member.pose().equals(before)) return;
    Long told = toldAt.get(member.slot());
    if (told != null && millis - told < every) return;
    toldAt.put(member.slot(), millis);
    words.add(who.name() + where(member.pose()));
  }

  private void happened(Happening one, List<String> words, Map<Integer, Happening.Came> before) {
    if (one instanceof Happening.Came came) {
      here.put(came.slot(), came);
      Happening.Came was = before.get(came.slot());
      if (was == null || !was.item().equals(came.item())) words.add(came.name() + " is here");
    } else if (one instanceof Happening.Left left) {
      Happening.Came who = here.remove(left.slot());
      poses.remove(left.slot());
      toldAt.remove(left.slot());
      if (who != null) words.add(who.name() + " has left");
    } else if (one instanceof Happening.Placed placed) {
      Happening.Came who = here.get(placed.slot());
      if (who != null) words.add(who.name() + " was placed anew");
    } else if (one instanceof Happening.Said said) {
      words.add(said.process() + " says: " + said.text());
    }
  }

  private static String where(@org.jspecify.annotations.Nullable Pose pose) {
    return pose == null
        ? ""
        : String.format(
            Locale.ROOT,
            " at (%.2f, %.2f, %.2f)",
            Quantised.metres(pose.x()),
            Quantised.metres(pose.y()),
            Quantised.metres(pose.z()));
  }
}
