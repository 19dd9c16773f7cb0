package org.mmm.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.rooms.MoveStory.embed;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.item.ItemState;
import org.mmm.kernel.Address;
import org.mmm.kernel.Exploration;
import org.mmm.kernel.Faults;
import org.mmm.kernel.Name;
import org.mmm.kernel.Simulation;

@DisplayName("No place stands in itself")
class NestingTest {
  static final List<String> BOXES = List.of("Box1", "Box2", "Box3");
  static final Map<String, Name> NAMES =
      Stream.concat(BOXES.stream(), Stream.of("Yard"))
          .collect(Collectors.toMap(n -> n, n -> new Name(Address.Kind.PLACE, "Room")));

  @Test
  void whenTwoAreMovedIntoEachOther() {
    Simulation start =
        boxesInAYard()
            .tell(Address.process("Anna"), embed(NAMES, "Anna", "k1", "Box1", "Box2"), null)
            .tell(Address.process("Bruno"), embed(NAMES, "Bruno", "b1", "Box2", "Box1"), null);
    Exploration met = explore(start, Faults.crashes(1));
    assertThat(met.ends()).isGreaterThan(1);
  }

  @Test
  void whenThreeAreMovedIntoEachOther() {
    Simulation start =
        boxesInAYard()
            .tell(Address.process("Anna"), embed(NAMES, "Anna", "k1", "Box1", "Box2"), null)
            .tell(Address.process("Bruno"), embed(NAMES, "Bruno", "b1", "Box2", "Box3"), null)
            .tell(Address.process("Carla"), embed(NAMES, "Carla", "c1", "Box3", "Box1"), null);
    assertThat(explore(start, Faults.NONE).ends()).isGreaterThan(1);
  }

  private static Exploration explore(Simulation start, Faults faults) {
    return Exploration.of(start, faults, 400_000, NestingTest::noCircle, end -> {});
  }

  private static Simulation boxesInAYard() {
    Simulation start = MoveStory.nothingYet();
    start =
        MoveStory.found(
            start, Address.place("Yard"), 1, Telling.place("MLocation", "M1", true, 40, 0));
    int seq = 1;
    for (String box : BOXES) {
      String owner = List.of("Anna", "Bruno", "Carla").get(seq - 1);
      start =
          MoveStory.found(
              start,
              Address.place(box),
              ++seq,
              MoveStory.standing("Yard", Telling.place("Room", owner, true, 4, 0)));
    }
    return start;
  }

  private static void noCircle(Simulation now) {
    for (String box : BOXES) {
      Set<String> above = new HashSet<>();
      String at = box;
      while (true) {
        assertThat(above.add(at)).as("%s stands in itself", at).isTrue();
        ItemState.Standing standing =
            now.state(Address.place(at), PlaceState.class).item().standing();
        if (standing == null) break;
        at = standing.place();
      }
    }
  }
}
