package org.mmm.bench;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.frame.Happening;
import org.mmm.frame.Member;
import org.mmm.frame.MotionFrame;
import org.mmm.frame.Pose;
import org.mmm.frame.Quantised;
import org.mmm.frame.RoomFrame;

@DisplayName("The load on live Rooms")
class RoomLoadTest {
  private static final double MILLI = 1e6;

  @Test
  @DisplayName("is due evenly, each member so many times a second, whatever happens")
  void schedule() {
    Schedule schedule = new Schedule(1_000, 4, 20);
    List<Integer> turns = new ArrayList<>();
    for (long turn = 0; turn < 8; turn++) {
      turns.add(schedule.who(turn));
      assertThat((double) schedule.due(turn)).isCloseTo(1_000 + turn * 12.5 * MILLI, within(2.0));
    }
    assertThat(turns).containsExactly(0, 1, 2, 3, 0, 1, 2, 3);
  }

  @Test
  @DisplayName("walks no faster than Rooms let, and stays near where it began")
  void walk() {
    Walk walk = new Walk(Pose.of(19, 0, -19, 0, 0, 0));
    Pose before = walk.at(0);
    assertThat(metres(before, walk.at(0))).isZero();
    for (int step = 1; step < 400; step++) {
      Pose now = walk.at(step / 20.0);
      assertThat(metres(before, now)).isLessThan(2.0 / 20);
      assertThat(metres(walk.at(0), now)).isLessThan(2 * Walk.RADIUS + 0.1);
      assertThat(Math.abs(Quantised.metres(now.x()))).isLessThan(20);
      before = now;
    }
  }

  @Test
  @DisplayName("counts latency from when an input was due until another saw it")
  void latency() {
    Walker anna = new Walker("Anna", 0);
    Walker bob = new Walker("Bob", 0);
    Map<String, Walker> people = Map.of("Anna", anna, "Bob", bob);
    Sight sight = new Sight(bob, people);
    RoomMeter meter = new RoomMeter();
    assertThat(anna.next(5, 20)).as("nobody walks before it knows its seat").isNull();

    RoomFrame key =
        frame(true, List.of(member(0, 0), member(1, 0)), came(0, "Anna"), came(1, "Bob"));
    anna.learn(Unpooled.wrappedBuffer(key.encode()));
    meter.start();
    sight.see(key, 0, meter);
    MotionFrame first = requireNonNull(anna.next((long) (10 * MILLI), 20));
    assertThat(first.sequence()).isEqualTo(1);
    assertThat(first.generation()).isEqualTo(7);
    sight.see(frame(false, List.of(member(0, 1), member(1, 9))), (long) (25 * MILLI), meter);
    sight.see(frame(false, List.of(member(0, 1))), (long) (75 * MILLI), meter); // the same input

    RoomMeter.Counts counts = meter.counts();
    assertThat(counts.latency().getTotalCount()).isEqualTo(1);
    assertThat(counts.latency().getMaxValue() / 1e3).isCloseTo(15, within(0.1));
    assertThat(sight.others()).isEqualTo(1);
  }

  @Test
  @DisplayName("has bounds, and says which one was broken")
  void bounds() {
    assertThatThrownBy(() -> plan(0, 1, 20)).hasMessageContaining("members must be 1 to 5000");
    assertThatThrownBy(() -> plan(1, 17, 20)).hasMessageContaining("rooms must be 1 to 16");
    assertThatThrownBy(() -> plan(5_000, 3, 20)).hasMessageContaining("members in all");
    assertThatThrownBy(() -> plan(1, 1, 61)).hasMessageContaining("hz must be 1 to 60");
    assertThat(plan(50, 2, 20).people()).isEqualTo(100);
  }

  private static RoomPlan plan(int members, int rooms, int hz) {
    return new RoomPlan(
        members, rooms, hz, true, Spread.TOGETHER, Duration.ZERO, Duration.ofSeconds(1), 1);
  }

  private static Happening came(int slot, String item) {
    return new Happening.Came(slot, 7, item, "Persona", item, true);
  }

  private static Member member(int slot, int input) {
    return new Member(slot, input, Pose.of(slot, 0, 1, 0, 0, 0), false, false);
  }

  private static RoomFrame frame(boolean key, List<Member> members, Happening... happenings) {
    return new RoomFrame(key, 3, 1, 1, 20, members, List.of(happenings));
  }

  private static double metres(Pose a, Pose b) {
    return Math.hypot(
        Quantised.metres(a.x()) - Quantised.metres(b.x()),
        Quantised.metres(a.z()) - Quantised.metres(b.z()));
  }
}
