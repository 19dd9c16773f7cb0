package org.mmm.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mmm.figures.LiveRoomFigures;
import org.mmm.frame.MotionFrame;
import org.mmm.frame.Pose;

@DisplayName("Who watches a Room")
class RelaysTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @ParameterizedTest(name = "on the same node: {0}")
  @DisplayName("sees who is there, who comes, how they walk and that they leave")
  @ValueSource(booleans = {true, false})
  void seesAll(boolean same) {
    open(same);
    stage.enters(1, "Anna1", 1);
    var eye = new Eye();
    stage.relays.watch(Stage.ROOM, eye, null);
    await().untilAsserted(() -> assertThat(eye.sees()).isEqualTo(Map.of("Anna1", 1.0)));
    assertThat(eye.frames.get(0).key()).isTrue();

    stage.enters(2, "Bruno1", 5);
    await().untilAsserted(() -> assertThat(eye.sees()).containsEntry("Bruno1", 5.0));

    Seat seat = seat("Bruno1");
    Watch bruno = stage.relays.watch(Stage.ROOM, new Eye(), seat.persona());
    bruno.move(motion(seat, 1, 5.5));
    await().untilAsserted(() -> assertThat(eye.sees()).containsEntry("Bruno1", 5.5));

    stage.leaves(1, "Anna1");
    await().untilAsserted(() -> assertThat(eye.sees()).isEqualTo(Map.of("Bruno1", 5.5)));
    assertThat(eye.keys()).as("all of it but the beginning in small frames").isEqualTo(1);
  }

  @Test
  void getsTheSameBytesAsAllOthersOfItsNode() {
    stage.openHere();
    stage.enters(1, "Anna1", 1);
    var one = new Eye();
    var other = new Eye();
    stage.relays.watch(Stage.ROOM, one, null);
    stage.relays.watch(Stage.ROOM, other, null);
    await().until(() -> one.keys() > 0 && other.keys() > 0);
    stage.enters(2, "Bruno1", 5);
    await().until(() -> one.sees().size() == 2 && other.sees().size() == 2);
    assertThat(one.bytes.get(one.bytes.size() - 1))
        .isSameAs(other.bytes.get(other.bytes.size() - 1));
  }

  @Test
  void cannotSteerByWhatItWishedBeforeAPlacement() {
    stage.openHere();
    stage.enters(1, "Anna1", 1);
    Seat before = seat("Anna1");
    var eye = new Eye();
    Watch anna = stage.relays.watch(Stage.ROOM, eye, before.persona());
    await().until(() -> eye.keys() > 0);
    stage.moves(2, 1, "Anna1", 10);
    await().untilAsserted(() -> assertThat(eye.sees()).containsEntry("Anna1", 10.0));
    Seat now = seat("Anna1");
    assertThat(now.generation()).isGreaterThan(before.generation());
    anna.move(motion(before, 7, 9.5));
    stage.enters(3, "Bruno1", 0);
    await().until(() -> eye.sees().size() == 2);
    anna.move(motion(now, 8, 10.5));
    await().untilAsserted(() -> assertThat(eye.sees()).containsEntry("Anna1", 10.5));
    assertThat(eye.frames).flatExtracting(f -> f.members()).noneMatch(m -> m.input() == 7);
  }

  @Test
  void isToldThatItsPersonaHasLeft() {
    stage.openHere();
    stage.enters(1, "Anna1", 1);
    var eye = new Eye();
    stage.relays.watch(Stage.ROOM, eye, "Anna1");
    await().until(() -> eye.keys() > 0);
    stage.leaves(1, "Anna1");
    await().until(() -> eye.ending() == Ending.LEFT);
    assertThat(seated("Anna1")).isEmpty();
  }

  @Test
  void getsAKeyFrameWhenItAsksForOne() {
    stage.openHere();
    stage.enters(1, "Anna1", 1);
    var eye = new Eye();
    Watch watch = stage.relays.watch(Stage.ROOM, eye, null);
    await().until(() -> eye.keys() == 1);
    watch.keyFrame();
    await().until(() -> eye.keys() == 2);
  }

  @Test
  void isToldNothingAfterItHasClosed() {
    stage.openHere();
    stage.enters(1, "Anna1", 1);
    var closed = new Eye();
    var open = new Eye();
    Watch watch = stage.relays.watch(Stage.ROOM, closed, null);
    stage.relays.watch(Stage.ROOM, open, null);
    await().until(() -> closed.keys() == 1 && open.keys() == 1);
    watch.close();
    watch.close();
    stage.enters(2, "Bruno1", 5);
    await().until(() -> open.sees().size() == 2);
    assertThat(closed.sees()).hasSize(1);
    assertThat(closed.ending()).isNull();
  }

  @Test
  void staysWhenTheRoomMovesToAnotherNodeAndGetsAKeyFrameOfIt() {
    stage.openThere();
    stage.enters(1, "Anna1", 1);
    var eye = new Eye();
    stage.relays.watch(Stage.ROOM, eye, null);
    await().until(() -> eye.keys() == 1);

    stage.openHere();
    stage.enters(1, "Anna1", 3);
    await().untilAsserted(() -> assertThat(eye.sees()).isEqualTo(Map.of("Anna1", 3.0)));
    assertThat(eye.ending()).isNull();
    var first = eye.frames.stream().filter(f -> f.incarnation() == 2).findFirst().orElseThrow();
    assertThat(first.key()).as("the first frame of the new incarnation").isTrue();

    stage.openThere();
    await()
        .untilAsserted(
            () -> {
              assertThat(eye.newest().incarnation()).isEqualTo(3);
              assertThat(eye.sees()).isEqualTo(Map.of("Anna1", 1.0));
            });
  }

  @Test
  void seesAllStandWhereTheyWalkedToWhenTheRoomHasBegunAnew() {
    stage.openHere();
    stage.enters(1, "Anna1", 1);
    stage.enters(2, "Bruno1", 5);
    Seat seat = seat("Anna1");
    var eye = new Eye();
    Watch anna = stage.relays.watch(Stage.ROOM, eye, seat.persona());
    await().until(() -> eye.keys() == 1);
    anna.move(motion(seat, 1, 1.5));
    await().untilAsserted(() -> assertThat(eye.sees()).containsEntry("Anna1", 1.5));

    stage.openHere();
    await()
        .untilAsserted(
            () -> {
              assertThat(eye.newest().incarnation()).isEqualTo(2);
              assertThat(eye.sees()).isEqualTo(Map.of("Anna1", 1.5, "Bruno1", 5.0));
            });

    stage.moves(3, 1, "Anna1", 8);
    stage.openHere();
    await()
        .untilAsserted(
            () -> {
              assertThat(eye.newest().incarnation()).isEqualTo(3);
              assertThat(eye.sees()).isEqualTo(Map.of("Anna1", 8.0, "Bruno1", 5.0));
            });
  }

  @Test
  void waitsForTheStoreToSayHowTheRoomBegins() {
    stage.kept.away.set(true);
    stage.openHere();
    stage.enters(1, "Anna1", 1);
    var eye = new Eye();
    stage.relays.watch(Stage.ROOM, eye, null);
    stage.enters(2, "Bruno1", 5);
    assertThat(eye.frames).isEmpty();
    stage.kept.away.set(false);
    await()
        .untilAsserted(() -> assertThat(eye.sees()).isEqualTo(Map.of("Anna1", 1.0, "Bruno1", 5.0)));
  }

  @ParameterizedTest(name = "on the same node: {0}")
  @DisplayName("is counted by the Room, as are its frames and those that it left out")
  @ValueSource(booleans = {true, false})
  void isCounted(boolean same) {
    open(same);
    stage.enters(1, "Anna1", 1);
    Seat seat = seat("Anna1");
    var eye = new Eye();
    Watch anna = stage.relays.watch(Stage.ROOM, eye, seat.persona());
    Watch other = stage.relays.watch(Stage.ROOM, new Eye(), null);
    await().until(() -> eye.keys() == 1);
    eye.slow.set(3);
    await()
        .untilAsserted(
            () -> {
              anna.move(motion(seat, 1, 1.5));
              LiveRoomFigures room = stage.loads.show("rOOm", 9).busiest().get(0);
              assertThat(room.room()).isEqualTo(Stage.ROOM);
              assertThat(room.watchers()).isEqualTo(2);
              assertThat(room.ticksPerSecond()).isBetween(10.0, 70.0);
              assertThat(room.framesPerSecond()).isPositive();
              assertThat(room.frameBytesPerSecond()).isGreaterThan(room.framesPerSecond());
              assertThat(room.droppedPerSecond()).isPositive();
            });
    other.close();
    await().until(() -> stage.loads.show("", 9).watchers() == 1);
    stage.openHere(); // elsewhere, or anew
    stage.enters(1, "Anna1", 1);
    await().until(() -> eye.newest().incarnation() == 2);
    await().until(() -> stage.loads.show("", 9).live() == 1);
  }

  private void open(boolean same) {
    if (same) stage.openHere();
    else stage.openThere();
  }

  private Seat seat(String persona) {
    return seated(persona).orElseThrow();
  }

  private Optional<Seat> seated(String persona) {
    AtomicReference<Optional<Seat>> told = new AtomicReference<>();
    stage.relays.seat(Stage.ROOM, persona, told::set);
    return await().until(told::get, java.util.Objects::nonNull);
  }

  private static MotionFrame motion(Seat seat, int sequence, double x) {
    return new MotionFrame(
        seat.incarnation(), seat.generation(), sequence, Pose.of(x, 0, 0, 0, 0, 0));
  }
}
