package org.mmm.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.mmm.frame.Happening;
import org.mmm.frame.Member;
import org.mmm.frame.RoomFrame;

/** What one of the sample sees: it decodes each frame, and knows who is who. */
final class Sight {
  private final Walker self;
  private final Map<String, Walker> people;
  private final Map<Integer, Walker> seats = new HashMap<>();
  private final Map<Integer, Integer> inputs = new HashMap<>();
  private final Set<String> others = new HashSet<>();

  /**
   * @param people all members by their Personae
   */
  Sight(Walker self, Map<String, Walker> people) {
    this.self = self;
    this.people = people;
  }

  void see(RoomFrame frame, long now, RoomMeter meter) {
    if (frame.key()) {
      seats.clear();
      frame.happenings().forEach(this::happened); // in a key frame they tell whose the poses are
    }
    int own = 0;
    for (Member member : frame.members()) {
      Walker who = seats.get(member.slot());
      if (who == self) {
        own++;
      } else if (who != null) {
        see(who, member, now, meter);
      }
    }
    meter.sampled(frame.members().size(), own);
    if (!frame.key()) frame.happenings().forEach(this::happened);
  }

  /** How many others it has seen since the measurement began. */
  int others() {
    return others.size();
  }

  private void see(Walker who, Member member, long now, RoomMeter meter) {
    if (!meter.isOn()) return;
    others.add(who.persona());
    Integer before = inputs.put(member.slot(), member.input());
    boolean fresh = before != null && before != member.input();
    if (fresh && member.input() != 0) meter.seen(now - who.due(member.input()));
  }

  private void happened(Happening what) {
    if (what instanceof Happening.Came came) {
      Walker who = people.get(came.item());
      if (who != null) seats.put(came.slot(), who);
    } else if (what instanceof Happening.Left left) {
      seats.remove(left.slot());
      inputs.remove(left.slot());
    }
  }
}
