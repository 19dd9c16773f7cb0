package org.mmm.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mmm.action.Action;
import org.mmm.item.ItemEvent;
import org.mmm.items.DeonticVerb;
import org.mmm.items.Level;
import org.mmm.kernel.Address;
import org.mmm.pa.Complements;
import org.mmm.rights.Pattern;
import org.mmm.rights.Right;
import org.mmm.rights.Stamp;
import org.mmm.rooms.PlaceEvent;
import org.mmm.simulation.Exploration;
import org.mmm.simulation.Faults;
import org.mmm.simulation.Simulation;

@DisplayName("An Item stands in one place, with a seat")
class MoveTest {
  private static final Address PERSONA = Address.item("Persona1");

  static List<Faults> small() {
    return Small.FAULTS;
  }

  @ParameterizedTest
  @MethodSource("small")
  void intoTheLastSeat(Faults faults) {
    Town town =
        town()
            .asks(1, "Anna", Action.MM_EMBED, at("Persona1", "Blue"))
            .asks(2, "Bruno", Action.MM_EMBED, at("Persona2", "Blue"));
    Small.all(exploration(town, faults));
  }

  @ParameterizedTest
  @MethodSource("small")
  void andIsPutOut(Faults faults) {
    Town town = town().asks(1, "Carla", Action.MM_DISABLE, Complements.nil("Persona1"));
    Small.all(exploration(town, faults));
  }

  @Test
  void whenTheMoveRunsOut() {
    exploration(coming(), Small.LATE.batching()).random(1, Small.SEEDS / 4);
  }

  @Test
  void comesBackAndIsPutOutInManyWays() {
    exploration(coming(), Small.MANY).random(1, Small.SEEDS / 4);
  }

  @Test
  void whileAnotherMovesItTooInManyWays() {
    new Exploration(twoMovers().with(Small.MANY), Laws::always, end -> movedBy(end, 1, 2, 3, 4, 5))
        .random(1, Small.SEEDS / 4);
  }

  @Test
  void withoutFaultsAllAreAcknowledged() {
    Simulation end = exploration(thereAndBack(), Faults.NONE).random(1);
    assertThat(Laws.acknowledged(end, 1) && Laws.acknowledged(end, 3)).isTrue();
  }

  /** What took effect is acknowledged, whoever owns it when it is asked again. */
  @ParameterizedTest
  @MethodSource("small")
  void withinAPlaceWhileItChangesHands(Faults faults) {
    Town town =
        town()
            .offers("Persona1", BigDecimal.ZERO, Set.of())
            .asks(1, "Anna", Action.MM_MOVE, to("Persona1", "Red"))
            .asks(2, "Bruno", Action.TRANSACT, Complements.nil("Persona1").withFrom("Anna"));
    Small.all(
        new Exploration(
            town.with(faults),
            Laws::always,
            end -> {
              Laws.atEnd(end);
              long displaced =
                  end.log(Address.place("Red")).stream()
                      .filter(
                          e ->
                              e instanceof PlaceEvent.Admitted a
                                  && a.told().call().seq() == 1
                                  && a.told().call().subject().equals(Address.process("Anna")))
                      .count();
              assertThat(displaced).isEqualTo(Laws.acknowledged(end, 1) ? 1 : 0);
            }));
  }

  /** Anna goes, comes back, moves about and is put out; Bruno wants the same seat. */
  static Town coming() {
    return town()
        .asks(1, "Anna", Action.MM_MOVE, to("Persona1", "Blue"))
        .asks(2, "Bruno", Action.MM_EMBED, at("Persona2", "Blue"))
        .asks(3, "Anna", Action.MM_MOVE, to("Persona1", "Red"), 1)
        .asks(4, "Anna", Action.MM_MOVE, to("Persona1", "Red"), 1)
        .asks(5, "Carla", Action.MM_DISABLE, Complements.nil("Persona1"), 1)
        .asks(6, "Bruno", Action.MM_MOVE, to("Persona2", "Yard"), 2)
        .asks(7, "Anna", Action.MM_MOVE, to("Persona1", "Blue"), 3);
  }

  /** Bruno may move Anna's Persona, and does. */
  private static Town twoMovers() {
    Right borrowed =
        new Right(
            "R1",
            DeonticVerb.MAY,
            Level.GRANTED,
            Pattern.of(Action.MM_MOVE, Complements.nil("Persona1")),
            null,
            "Anna",
            new Stamp("Persona1", 0),
            Town.NOON - 1_000);
    return town()
        .process("Emil", "User", "", List.of(borrowed))
        .asks(1, "Anna", Action.MM_MOVE, to("Persona1", "Red"))
        .asks(2, "Emil", Action.MM_MOVE, to("Persona1", "Blue"))
        .asks(3, "Anna", Action.MM_MOVE, to("Persona1", "Blue"), 1)
        .asks(4, "Emil", Action.MM_MOVE, to("Persona1", "Red"), 2)
        .asks(5, "Emil", Action.MM_MOVE, to("Persona1", "Blue"), 2);
  }

  /** Anna goes, and comes back before all know that she went. */
  static Town thereAndBack() {
    return town()
        .asks(1, "Anna", Action.MM_MOVE, to("Persona1", "Blue"))
        .asks(3, "Anna", Action.MM_MOVE, to("Persona1", "Red"), 1);
  }

  private static Town town() {
    return new Town()
        .user("Anna")
        .user("Bruno")
        .user("Carla")
        .place("Yard", "Dora", true, 0, null)
        .place("Red", "Carla", true, 0, "Yard")
        .place("Blue", "Carla", true, 1, "Yard")
        .item("Persona1", "Persona", "Anna", "Red")
        .item("Persona2", "Persona", "Bruno", "Yard");
  }

  private static Complements at(String item, String place) {
    return Complements.nil(item).withAt(place);
  }

  private static Complements to(String item, String place) {
    return Complements.nil(item).withTo(place);
  }

  static Exploration exploration(Town town, Faults faults) {
    return new Exploration(town.with(faults), Laws::always, MoveTest::movedAsAcknowledged);
  }

  private static void movedAsAcknowledged(Simulation end) {
    movedBy(end, 1, 3, 4, 5, 7);
  }

  private static void movedBy(Simulation end, Integer... clients) {
    Laws.atEnd(end);
    long moves = end.log(PERSONA).stream().filter(ItemEvent.Moved.class::isInstance).count();
    long acks = Stream.of(clients).filter(client -> Laws.acknowledged(end, client)).count();
    assertThat(moves).as("moves that took effect").isLessThanOrEqualTo(acks);
  }
}
