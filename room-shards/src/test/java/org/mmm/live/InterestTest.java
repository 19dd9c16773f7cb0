package org.mmm.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.frame.Member;
import org.mmm.frame.Pose;
import org.mmm.frame.RoomFrame;

@DisplayName("In a live Room of 500 m with cells of 25 m, one")
class InterestTest {
  private static final LiveRules RULES = new LiveRules(20, 25, 2, 1_000);
  private final LiveRoom room = new LiveRoom(RULES, 1, 500);

  @Test
  void seesThoseNearByAtEveryTickAndOthersInTurn() {
    int anna = place("Anna1", 0);
    place("Near1", 30);
    for (int i = 0; i < 4; i++) place("Far" + i, 200 + i);
    for (int i = 0; i < 10; i++) room.tick();
    var all = List.of("Near1", "Far0", "Far1", "Far2", "Far3");
    int[] seen = new int[room.seats().end()];
    for (int t = 1; t <= 20; t++) {
      double way = t / 10.0;
      all.forEach(who -> wish(who, (who.startsWith("Near") ? 30 : 200) + way));
      room.tick();
      members(room.frame(anna)).forEach(m -> seen[m.slot()]++);
    }
    assertThat(seen[room.seats().slot("Near1")]).isEqualTo(20);
    for (int i = 0; i < 4; i++) {
      assertThat(seen[room.seats().slot("Far" + i)])
          .as("two of five in turn, at each of 20 ticks")
          .isBetween(7, 9);
    }
  }

  @Test
  void isToldAllAroundWhenItComesIntoAnotherCell() {
    int anna = place("Anna1", 0);
    place("Still1", 60);
    room.watch(anna, 1);
    for (int i = 0; i < 10; i++) room.tick();
    wish("Anna1", 40);
    room.tick();
    assertThat(members(room.frame(anna))).extracting(Member::slot).contains(1);
    room.tick();
    room.tick();
    assertThat(room.frame(anna)).as("and then it is quiet again").isNull();
  }

  @Test
  void knowsInTheEndWhereAllStandHoweverTheyWalked() {
    var chance = new Random(5);
    for (int i = 0; i < 60; i++) place("P" + i, chance.nextInt(400) - 200);
    Pose[] known = new Pose[60];
    int anna = room.seats().slot("P0");
    room.watch(anna, 1);
    for (int t = 0; t < 300; t++) {
      for (int i = 0; t < 200 && i < 60; i++) {
        if (chance.nextInt(4) == 0) wish("P" + i, chance.nextInt(400) - 200);
      }
      room.tick();
      members(room.frame(anna)).forEach(m -> known[m.slot()] = m.pose());
    }
    for (int i = 0; i < 60; i++) assertThat(known[i]).as("P%d", i).isEqualTo(room.pose(i));
  }

  private int place(String who, double x) {
    return room.place(who, "Persona", who, Pose.of(x, 0, 0, 0, 0, 0));
  }

  private void wish(String who, double x) {
    Pose p = Pose.of(x, 0, 0, 0, 0, 0);
    Seat seat = java.util.Objects.requireNonNull(room.seat(who));
    room.wish(seat.slot(), seat.generation(), 1, p.x(), p.y(), p.z(), p.yaw(), 0, 0);
  }

  private static List<Member> members(byte @Nullable [] frame) {
    return frame == null ? List.of() : RoomFrame.decode(frame).members();
  }
}
