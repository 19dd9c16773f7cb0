package org.mmm.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.item.ItemState;
import org.mmm.kernel.Address;
import org.mmm.pa.Complements;
import org.mmm.rooms.PlaceState;
import org.mmm.simulation.Exploration;
import org.mmm.simulation.Faults;
import org.mmm.simulation.Simulation;

@DisplayName("No place stands in itself")
class NestingTest {
  private static final List<String> BOXES = List.of("Box1", "Box2", "Box3");

  @Test
  void whenTwoAreMovedIntoEachOther() {
    Exploration.Met met = exploration(two(), Faults.NONE).all(Small.STATES);
    assertThat(met.ends()).isGreaterThan(1);
  }

  @Test
  void whenTwoAreMovedIntoEachOtherAndOneThingGoesWrong() {
    for (Faults faults : Small.FAULTS) exploration(two(), faults).random(1, Small.SEEDS / 4);
  }

  @Test
  void whenThreeAreMovedIntoEachOther() {
    exploration(three(), Faults.NONE).random(1, Small.SEEDS / 2);
    exploration(three(), Small.MANY).random(1, Small.SEEDS / 4);
  }

  private static Town two() {
    return boxesInAYard()
        .asks(1, "Anna", Action.MM_EMBED, into("Box1", "Box2"))
        .asks(2, "Bruno", Action.MM_EMBED, into("Box2", "Box1"));
  }

  private static Town three() {
    return boxesInAYard()
        .asks(1, "Anna", Action.MM_EMBED, into("Box1", "Box2"))
        .asks(2, "Bruno", Action.MM_EMBED, into("Box2", "Box3"))
        .asks(3, "Carla", Action.MM_EMBED, into("Box3", "Box1"));
  }

  private static Town boxesInAYard() {
    return new Town()
        .user("Anna")
        .user("Bruno")
        .user("Carla")
        .place("Yard", "M1", true, 0, null)
        .place("Box1", "Anna", true, 0, "Yard")
        .place("Box2", "Bruno", true, 0, "Yard")
        .place("Box3", "Carla", true, 0, "Yard");
  }

  private static Complements into(String box, String place) {
    return Complements.nil(box).withAt(place);
  }

  private static Exploration exploration(Town town, Faults faults) {
    return new Exploration(
        town.with(faults),
        (before, now) -> {
          Laws.always(before, now);
          noCircle(now);
        },
        Laws::atEnd);
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
