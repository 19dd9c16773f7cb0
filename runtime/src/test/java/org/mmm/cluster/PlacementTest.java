package org.mmm.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.cluster.Placement.Limits;
import org.mmm.cluster.Placement.Node;
import org.mmm.cluster.Placement.State;

@DisplayName("Shards")
class PlacementTest {
  private static final Limits LIMITS = new Limits(2, 10, 0.1);

  @Test
  @DisplayName("are put where there are fewest, and never on a node that drains")
  void goWhereFewestAre() {
    var nodes = List.of(open("a", 1, 2, 3), open("b", 4, 5), node("c", State.DRAINING));
    assertThat(new Placement(nodes, Map.of(), LIMITS).home("9")).isEqualTo("b");
  }

  @Test
  @DisplayName("are put on a node that drains if no other is left")
  void goAnywhereInNeed() {
    var nodes = List.of(node("a", State.GOING), node("c", State.DRAINING, 1));
    assertThat(new Placement(nodes, Map.of(), LIMITS).home("9")).isEqualTo("c");
  }

  @Test
  @DisplayName("are put where they are pinned, unless that node drains or is gone")
  void goWherePinned() {
    var nodes = List.of(open("a", 1, 2, 3), open("b"), node("c", State.DRAINING));
    var pins = Map.of("9", "a", "8", "c", "7", "nowhere");
    var placement = new Placement(nodes, pins, LIMITS);
    assertThat(placement.home("9")).isEqualTo("a");
    assertThat(placement.home("8")).isEqualTo("b");
    assertThat(placement.home("7")).isEqualTo("b");
  }

  @Test
  @DisplayName("leave a node that drains a few at a time, one round after the other")
  void leaveADrainingNode() {
    var nodes = List.of(open("a", 1), node("b", State.DRAINING, 10, 9, 8));
    var placement = new Placement(nodes, Map.of(), LIMITS);
    assertThat(placement.moves(Set.of())).containsExactly("8", "9");
    assertThat(placement.moves(Set.of("8"))).isEmpty();
  }

  @Test
  @DisplayName("stay on a node that drains if no other is left")
  void stayIfNoOtherIsLeft() {
    var nodes = List.of(node("b", State.DRAINING, 1, 2), node("c", State.GOING));
    assertThat(new Placement(nodes, Map.of(), LIMITS).moves(Set.of())).isEmpty();
  }

  @Test
  @DisplayName("move to where they are pinned, before anything is balanced")
  void moveToTheirPin() {
    var nodes = List.of(open("a", 1, 2, 3, 4, 5, 6), open("b"));
    assertThat(new Placement(nodes, Map.of("5", "b"), LIMITS).moves(Set.of())).containsExactly("5");
  }

  @Test
  @DisplayName("are balanced until nodes differ by one, no more at a time than the limits allow")
  void areBalanced() {
    var limits = new Limits(2, 10, 0.5);
    var uneven = List.of(open("a", 1, 2, 3, 4, 5, 6), open("b"));
    assertThat(new Placement(uneven, Map.of(), limits).moves(Set.of())).hasSize(3);
    assertThat(new Placement(uneven, Map.of(), LIMITS).moves(Set.of())).hasSize(1);
    var even = List.of(open("a", 1, 2), open("b", 3), open("c", 4));
    assertThat(new Placement(even, Map.of(), limits).moves(Set.of())).isEmpty();
  }

  @Test
  @DisplayName("that are pinned stay, whatever the balance")
  void pinnedOnesStay() {
    var nodes = List.of(open("a", 1, 2, 3), open("b"));
    var pins = Map.of("1", "a", "2", "a", "3", "a");
    assertThat(new Placement(nodes, pins, LIMITS).moves(Set.of())).isEmpty();
  }

  @Test
  @DisplayName("come to rest, each on some node, from wherever they begin")
  void comeToRest() {
    for (int first = 0; first <= 40; first++) {
      List<Set<String>> held = List.of(shards(0, first), shards(first, 40), shards(40, 40));
      int rounds = 0;
      Set<String> moves = placement(held).moves(Set.of());
      while (!moves.isEmpty()) {
        assertThat(++rounds).isLessThan(40);
        for (String shard : moves) {
          held.forEach(on -> on.remove(shard));
          held.get(placement(held).home(shard).charAt(0) - 'a').add(shard);
        }
        moves = placement(held).moves(Set.of());
      }
      assertThat(held.stream().mapToInt(Set::size).sum()).isEqualTo(40);
      assertThat(held).allSatisfy(on -> assertThat(on).hasSizeBetween(13, 14));
    }
  }

  private static Placement placement(List<Set<String>> held) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < held.size(); i++) {
      nodes.add(new Node(String.valueOf((char) ('a' + i)), State.OPEN, held.get(i)));
    }
    return new Placement(nodes, Map.of(), LIMITS);
  }

  private static Set<String> shards(int from, int to) {
    Set<String> shards = new TreeSet<>();
    for (int i = from; i < to; i++) shards.add(String.valueOf(i));
    return shards;
  }

  private static Node open(String place, int... shards) {
    return node(place, State.OPEN, shards);
  }

  private static Node node(String place, State state, int... shards) {
    Set<String> names = new TreeSet<>();
    for (int shard : shards) names.add(String.valueOf(shard));
    return new Node(place, state, names);
  }
}
