package org.mmm.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A drain")
class DrainsTest {
  private static final Peer A = peer("a", "up", "room", "process");
  private static final Peer B = peer("b", "up", "room", "process");
  private static final Peer C = peer("c", "up", "process");
  private static final List<Peer> ALL = List.of(A, B, C);
  private static final Directives DRAINING_A =
      Directives.NONE.with("a:1", new Directives.Drain(5, false, Map.of("place", 3)));

  @Test
  @DisplayName("of a node that others can stand in for may begin")
  void mayBegin() {
    assertThat(Drains.refusal(Directives.NONE, Map.of(), ALL, "a:1")).isEmpty();
  }

  @Test
  @DisplayName("is refused while another one is under way, the same or not, counted or not")
  void isRefusedDuringAnother() {
    for (String place : List.of("a:1", "c:1")) {
      assertThat(Drains.refusal(DRAINING_A, Map.of(), ALL, place))
          .hasValueSatisfying(why -> assertThat(why).contains("a is being drained"));
      assertThat(Drains.refusal(DRAINING_A, Map.of("a:1", Map.of("place", 1)), ALL, place))
          .isPresent();
    }
  }

  @Test
  @DisplayName("may begin when the one before is done")
  void mayBeginAfterAnother() {
    var left = Map.of("a:1", Map.of("place", 0));
    assertThat(Drains.refusal(DRAINING_A, left, ALL, "c:1")).isEmpty();
  }

  @Test
  @DisplayName("of the last node of a role is refused, those drained before not counted")
  void isRefusedForTheLast() {
    var left = Map.of("a:1", Map.of("place", 0));
    assertThat(Drains.refusal(DRAINING_A, left, ALL, "b:1"))
        .hasValueSatisfying(
            why -> assertThat(why).contains("b is the last node with the role room"));
    assertThat(Drains.refusal(Directives.NONE, Map.of(), List.of(A), "a:1")).isPresent();
  }

  @Test
  @DisplayName("is refused for a node that is not up, and for one that is not there")
  void isRefusedForWhoIsNotThere() {
    Peer leaving = peer("a", "leaving", "process");
    assertThat(Drains.refusal(Directives.NONE, Map.of(), List.of(leaving, B, C), "a:1"))
        .isPresent();
    assertThat(Drains.refusal(Directives.NONE, Map.of(), ALL, "d:1")).isPresent();
  }

  @Test
  @DisplayName("lifts the pins to that node, and is forgotten with it")
  void liftsPins() {
    Directives pinned = Directives.NONE.pinned("place/7", "a:1").pinned("place/8", "b:1");
    Directives drained = pinned.with("a:1", new Directives.Drain(5, false, Map.of()));
    assertThat(drained.pins()).containsExactly(Map.entry("place/8", "b:1"));
    assertThat(drained.without("a:1").without("b:1")).isEqualTo(Directives.NONE);
    assertThat(drained.undrained("a:1").draining("a:1")).isFalse();
    assertThat(pinned.pinsOf("place")).containsOnlyKeys("7", "8");
  }

  @Test
  @DisplayName("keeps pins away from its node")
  void keepsPinsAway() {
    assertThat(Drains.pinRefusal(DRAINING_A, ALL, "place/7", "a:1")).isPresent();
    assertThat(Drains.pinRefusal(DRAINING_A, ALL, "place/7", "b:1")).isEmpty();
  }

  private static Peer peer(String name, String status, String... roles) {
    return new Peer(name, name + ":1", status, Set.of(roles), true, false);
  }
}
