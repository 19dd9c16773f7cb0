package org.mmm.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mmm.action.Action;
import org.mmm.item.ItemEvent;
import org.mmm.kernel.Address;
import org.mmm.pa.Complements;
import org.mmm.process.ProcessEvent;
import org.mmm.rooms.PlaceEvent;
import org.mmm.simulation.Exploration;
import org.mmm.simulation.Faults;
import org.mmm.simulation.Simulation;

@DisplayName("What is revoked permits nothing once the revocation is acknowledged")
class GrantTest {
  private static final Address PERSONA = Address.item("Persona1");
  private static final int REVOKED = 3;

  static List<Faults> small() {
    return Small.FAULTS;
  }

  @ParameterizedTest
  @MethodSource("small")
  void givenOnce(Faults faults) {
    Town town = town();
    Small.all(exploration(town, faults, GrantTest::wentWhereAcknowledged));
  }

  @Test
  void inAllOrders() {
    Small.all(exploration(revoking(), Faults.NONE, GrantTest::wentWhereAcknowledged));
  }

  @Test
  void inManyWaysWithManyFaults() {
    exploration(revoking(), Small.MANY, GrantTest::wentWhereAcknowledged).random(1, Small.SEEDS);
  }

  @Test
  void aMayLiftsTheMayNotOfTheSameGiver() {
    Town town =
        revoking()
            .asks(4, "Anna", Action.MM_EMBED, at("Blue"), 2, 3)
            .asks(5, "Carla", Action.CHANGE, saying("May"), 4)
            .asks(6, "Anna", Action.MM_EMBED, at("Red"), 5);
    Faults faults = Faults.NONE.crashing(3).duplicating(3).batching();
    new Exploration(
            town.with(faults),
            Laws::always,
            end -> {
              wentWhereAcknowledged(end);
              assertThat(Laws.acknowledged(end, 6)).as("allowed again").isTrue();
            })
        .random(1, Small.SEEDS);
  }

  /** Carla lets Anna into Red, and Anna goes. */
  private static Town town() {
    return new Town()
        .user("Anna")
        .user("Carla")
        .place("Red", "Carla", false, 0, null)
        .place("Blue", "Bruno", true, 0, null)
        .item("Persona1", "Persona", "Anna", "Blue")
        .asks(1, "Carla", Action.CHANGE, saying("May"))
        .asks(2, "Anna", Action.MM_EMBED, at("Red"), 1);
  }

  /** And Carla thinks better of it meanwhile. */
  static Town revoking() {
    return town().asks(REVOKED, "Carla", Action.CHANGE, saying("May Not"), 1);
  }

  private static Complements saying(String verb) {
    return Complements.NONE.withOf("Anna").with(List.of(Town.embedding(verb, "Persona1", "Red")));
  }

  private static Complements at(String place) {
    return Complements.nil("Persona1").withAt(place);
  }

  static Exploration exploration(
      Town town, Faults faults, java.util.function.Consumer<Simulation> atEnd) {
    return new Exploration(
        town.with(faults),
        (before, now) -> {
          Laws.always(before, now);
          nothingBy(before, now);
        },
        atEnd);
  }

  /** After the Ack of the revocation nobody enters. */
  private static void nothingBy(Simulation before, Simulation now) {
    if (!Laws.acknowledged(before, REVOKED)) return;
    assertThat(entered(now)).as("entered after the revocation").isEqualTo(entered(before));
  }

  private static long entered(Simulation now) {
    long seats =
        now.log(Address.place("Red")).stream()
            .filter(PlaceEvent.Admitted.class::isInstance)
            .count();
    return seats + moves(now).filter("Red"::equals).count();
  }

  private static Stream<String> moves(Simulation now) {
    return now.log(PERSONA).stream()
        .flatMap(e -> e instanceof ItemEvent.Moved m ? Stream.of(m.to()) : Stream.empty());
  }

  static void wentWhereAcknowledged(Simulation end) {
    Laws.atEnd(end);
    long acks = List.of(2, 4, 6).stream().filter(client -> Laws.acknowledged(end, client)).count();
    assertThat(moves(end).count()).as("moves that took effect").isLessThanOrEqualTo(acks);
    assertThat(
            end.log(Address.process("Anna")).stream()
                .filter(ProcessEvent.RightsChanged.class::isInstance)
                .count())
        .as("changes of Rights")
        .isEqualTo(List.of(1, REVOKED, 5).stream().filter(c -> Laws.acknowledged(end, c)).count());
  }
}
