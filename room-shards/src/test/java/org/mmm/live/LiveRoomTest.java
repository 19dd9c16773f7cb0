package org.mmm.live;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mmm.frame.Happening;
import org.mmm.frame.Member;
import org.mmm.frame.Pose;
import org.mmm.frame.Quantised;
import org.mmm.frame.RoomFrame;

@DisplayName("A live Room of 40 m, where one walks 10 m/s")
class LiveRoomTest {
  private static final LiveRules RULES = new LiveRules(20, 25, 2, 10);

  private static final long NOON = 1_750_000_000_000L;

  private final LiveRoom room = new LiveRoom(RULES, 7, 40);
  private int anna;

  @BeforeEach
  void annaComes() {
    anna = room.place("Anna1", "Persona", "Anna", at(0, 0));
    room.tick();
  }

  @Test
  void saysWhoComesAndWhereTheyStand() {
    RoomFrame frame = seen(anna);
    assertThat(frame.key()).isFalse();
    assertThat(frame.incarnation()).isEqualTo(7);
    assertThat(frame.tick()).isEqualTo(1);
    assertThat(frame.happenings())
        .containsExactly(new Happening.Came(anna, 1, "Anna1", "Persona", "Anna", true));
    assertThat(frame.members()).containsExactly(new Member(anna, 0, at(0, 0), true, false));
  }

  @Test
  void saysNothingWhileNothingChanges() {
    room.tick();
    assertThat(room.frame(anna)).isNull();
    assertThat(room.frame()).isNull();
  }

  @Test
  void tellsAWalkAndWhoseInputItWas() {
    wish(1, 5, 0.25, 0);
    room.tick();
    assertThat(seen(anna).members())
        .containsExactly(new Member(anna, 5, at(0.25, 0), false, false));
  }

  @Test
  void takesTheNewestOfSeveralInputs() {
    wish(1, 1, 0.1, 0);
    wish(1, 2, 0, 0.2);
    room.tick();
    assertThat(seen(anna).members()).containsExactly(new Member(anna, 2, at(0, 0.2), false, false));
  }

  @Test
  void letsNobodyWalkFasterThanTheRulesSay() {
    wish(1, 1, 19, 0);
    room.tick();
    Member after = only(seen(anna).members());
    assertThat(after.pose().x())
        .as("half a second may be caught up")
        .isEqualTo(5 * Quantised.PER_METRE);
    assertThat(after.corrected()).isTrue();

    wish(1, 2, 19, 0);
    room.tick();
    assertThat(only(seen(anna).members()).pose().x())
        .as("and then 10 m/s, 20 times a second")
        .isEqualTo(5 * Quantised.PER_METRE + Quantised.PER_METRE / 2);
  }

  @Test
  void letsNobodyLeaveTheFloor() {
    room.place("Anna1", "Persona", "Anna", at(19, 0));
    room.tick();
    wish(2, 1, 22, 0);
    room.tick();
    assertThat(only(seen(anna).members())).isEqualTo(new Member(anna, 1, at(20, 0), false, true));
  }

  @Test
  void leavesInputMadeBeforeAPlacement() {
    wish(1, 1, 1, 0);
    room.place("Anna1", "Persona", "Anna", at(10, 10));
    wish(1, 2, 0, 1);
    room.tick();
    RoomFrame frame = seen(anna);
    assertThat(frame.happenings()).containsExactly(new Happening.Placed(anna, 2));
    assertThat(frame.members()).containsExactly(new Member(anna, 0, at(10, 10), true, false));
    wish(2, 3, 10, 10.25);
    room.tick();
    assertThat(seen(anna).members())
        .containsExactly(new Member(anna, 3, at(10, 10.25), false, false));
  }

  @Test
  void steersPersonaeOnly() {
    int chair = room.place("Chair1", "Object", "Chair1", at(3, 3));
    room.tick();
    room.wish(chair, 2, 1, 0, 0, 0, 0, 0, 0);
    room.tick();
    assertThat(room.frame(chair)).isNull();
  }

  @Test
  void saysWhoLeavesAndGivesNobodyElseTheirInput() {
    room.leave("Anna1");
    int bruno = room.place("Bruno1", "Persona", "Bruno", at(1, 1));
    assertThat(bruno).as("the slot is free again").isEqualTo(anna);
    wish(1, 9, 2, 2);
    room.tick();
    RoomFrame frame = seen(bruno);
    assertThat(frame.happenings())
        .containsExactly(
            new Happening.Left(anna),
            new Happening.Came(bruno, 2, "Bruno1", "Persona", "Bruno", true));
    assertThat(only(frame.members()).pose()).isEqualTo(at(1, 1));
    assertThat(room.seat("Anna1")).isNull();
    assertThat(room.seat("Bruno1")).isEqualTo(new Seat("Bruno1", bruno, 7, 2));
  }

  @Test
  void tellsNoPoseOfWhatCannotBePerceived() {
    room.perceive(anna, false);
    wish(1, 1, 0.25, 0);
    room.tick();
    assertThat(seen(anna).happenings()).containsExactly(new Happening.Perceived(anna, false));
    assertThat(seen(anna).members()).isEmpty();
    RoomFrame key = RoomFrame.decode(room.keyFrame());
    assertThat(key.members()).isEmpty();
    assertThat(key.happenings())
        .containsExactly(new Happening.Came(anna, 1, "Anna1", "Persona", "Anna", false));

    room.perceive(anna, true);
    room.tick();
    assertThat(seen(anna).happenings()).containsExactly(new Happening.Perceived(anna, true));
    assertThat(only(seen(anna).members()))
        .as("it is where it went unseen")
        .isEqualTo(new Member(anna, 1, at(0.25, 0), true, false));
  }

  @Test
  void tellsOnceThatSomethingIsPerceptible() {
    room.perceive(anna, true);
    room.tick();
    assertThat(room.frame(anna)).isNull();
  }

  @Test
  void animatesFromTheTickOnAtWhichItIsTold() {
    room.animate(anna, "Stream1", NOON, NOON);
    room.animate(anna, "Stream1", NOON, NOON + 500);
    room.tick();
    assertThat(seen(anna).happenings())
        .as("told twice, and begun once")
        .containsExactly(new Happening.Animated(anna, 2, "Stream1"));

    for (int i = 0; i < 10; i++) room.tick();
    assertThat(RoomFrame.decode(room.keyFrame()).happenings())
        .as("who comes later sees it in the same phase")
        .contains(new Happening.Animated(anna, 2, "Stream1"));

    room.animate(anna, "Stream1", NOON + 1_000, NOON + 1_000);
    room.tick();
    assertThat(seen(anna).happenings())
        .as("the same Stream, said anew")
        .containsExactly(new Happening.Animated(anna, 13, "Stream1"));
  }

  @Test
  void bringsAnAnimationIntoThePhaseInWhichItIs() {
    for (int i = 0; i < 100; i++) room.tick();
    room.animate(anna, "Stream1", NOON, NOON + 2_000);
    room.tick();
    assertThat(seen(anna).happenings())
        .containsExactly(new Happening.Animated(anna, 102 - 40, "Stream1"));
  }

  @Test
  void tellsNoAnimationThatIsLongOver() {
    room.animate(anna, "Stream1", NOON, NOON + LiveRoom.ANIMATED_MILLIS + 1);
    room.tick();
    assertThat(room.frame(anna)).isNull();
  }

  @Test
  void forgetsWhatAnimatedWhoHasLeft() {
    room.animate(anna, "Stream1", NOON, NOON);
    room.perceive(anna, false);
    room.leave("Anna1");
    int bruno = room.place("Bruno1", "Persona", "Bruno", at(1, 1));
    room.tick();
    RoomFrame key = RoomFrame.decode(room.keyFrame());
    assertThat(key.happenings())
        .containsExactly(new Happening.Came(bruno, 2, "Bruno1", "Persona", "Bruno", true));
    assertThat(key.members()).hasSize(1);
  }

  @Test
  void tellsWhatIsSaidInItsOrder() {
    room.say("Anna", "Message1", "hello");
    room.say("Bruno", "Message2", "hi");
    room.tick();
    assertThat(seen(anna).happenings())
        .containsExactly(
            new Happening.Said("Anna", "Message1", "hello"),
            new Happening.Said("Bruno", "Message2", "hi"));
    assertThat(RoomFrame.decode(room.keyFrame()).happenings())
        .as("who comes later did not hear it")
        .noneMatch(Happening.Said.class::isInstance);
  }

  @Nested
  @DisplayName("in its key frame")
  class Key {
    @Test
    void saysAllThatIsThere() {
      room.place("Chair1", "Object", "Chair1", at(3, 3));
      for (int i = 0; i < 5; i++) room.tick();
      RoomFrame key = RoomFrame.decode(room.keyFrame());
      assertThat(key.key()).isTrue();
      assertThat(key.members()).extracting(Member::slot).containsExactly(0, 1);
      assertThat(key.happenings())
          .containsExactly(
              new Happening.Came(0, 1, "Anna1", "Persona", "Anna", true),
              new Happening.Came(1, 2, "Chair1", "Object", "Chair1", true));
    }

    @Test
    void isEncodedOnceForAllWhoNeedItAtATick() {
      assertThat(room.keyFrame()).isSameAs(room.keyFrame());
      assertThat(room.frame(anna)).isSameAs(room.frame()).isSameAs(room.frame(anna));
    }
  }

  private void wish(long generation, int input, double x, double z) {
    Pose p = at(x, z);
    room.wish(anna, generation, input, p.x(), p.y(), p.z(), p.yaw(), p.pitch(), p.roll());
  }

  private RoomFrame seen(int slot) {
    byte @Nullable [] frame = room.frame(slot);
    return RoomFrame.decode(requireNonNull(frame, "there is a frame"));
  }

  private static Member only(List<Member> members) {
    assertThat(members).hasSize(1);
    return members.get(0);
  }

  private static Pose at(double x, double z) {
    return Pose.of(x, 0, z, 0, 0, 0);
  }
}
