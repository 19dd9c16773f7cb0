package org.mmm.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The load of live Rooms")
class LiveLoadsTest {
  private final AtomicLong nanos = new AtomicLong();
  private final LiveLoads loads = new LiveLoads(3, nanos::get);
  private final RoomTally hall = loads.begin("Hall");
  private final RoomTally cave = loads.begin("Cave");

  @Test
  @DisplayName(
      "is told per second since the Room began, the busiest first, no more than are wanted")
  void busiest() {
    ticks(hall, 2, 20, 100);
    hall.dropped(4);
    ticks(cave, 5, 20, 10);
    second();
    ticks(hall, 2, 20, 100);
    second();
    RoomsHere here = loads.show("", 1);
    assertThat(here.live()).isEqualTo(2);
    assertThat(here.matching()).isEqualTo(2);
    assertThat(here.watchers()).isEqualTo(7);
    assertThat(here.ticksPerSecond()).isEqualTo(30);
    assertThat(here.busiest()).containsExactly(new LiveRoomFigures("Cave", 5, 10, 50, 500, 0));
    assertThat(loads.show("hA", 9).busiest())
        .containsExactly(new LiveRoomFigures("Hall", 2, 20, 40, 4_000, 2));
    assertThat(loads.show("Hut", 9).busiest()).isEmpty();
    assertThat(loads.show("Hut", 9).live()).isEqualTo(2);
  }

  @Test
  @DisplayName("forgets what is older than the window")
  void slides() {
    ticks(hall, 1, 30, 10);
    for (int i = 0; i < 3; i++) second();
    assertThat(loads.show("", 9).ticksPerSecond()).isEqualTo(10);
    ticks(hall, 1, 3, 10);
    second();
    second();
    assertThat(loads.show("", 9).ticksPerSecond()).isEqualTo(1);
  }

  @Test
  @DisplayName("leaves out who is not watched, who has ended, and begins anew after a pause")
  void forgets() {
    ticks(hall, 1, 10, 10);
    ticks(cave, 1, 10, 10);
    cave.ticked(0);
    assertThat(loads.show("", 9).busiest()).extracting(LiveRoomFigures::room).containsOnly("Hall");
    for (int i = 0; i < 60; i++) second();
    assertThat(loads.show("", 9).live()).isZero();
    ticks(hall, 1, 10, 10);
    assertThat(loads.show("", 9).ticksPerSecond()).isZero();
    ticks(hall, 1, 10, 10);
    second();
    assertThat(loads.show("", 9).ticksPerSecond()).isEqualTo(10);
    hall.end();
    assertThat(loads.show("", 9).live()).isZero();
  }

  private static void ticks(RoomTally room, int watchers, int times, int bytes) {
    for (int i = 0; i < times; i++) {
      room.sent(watchers, (long) watchers * bytes);
      room.ticked(watchers);
    }
  }

  private void second() {
    nanos.addAndGet(1_000_000_000L);
    loads.turn();
  }
}
