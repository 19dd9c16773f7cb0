package org.mmm.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mmm.action.Action;
import org.mmm.item.ItemEvent;
import org.mmm.item.ItemState;
import org.mmm.kernel.Address;
import org.mmm.pa.Complements;
import org.mmm.process.ProcessEvent;
import org.mmm.simulation.Exploration;
import org.mmm.simulation.Faults;
import org.mmm.simulation.Simulation;

@DisplayName("What is on offer goes to one buyer, whole or not at all")
class HandOverTest {
  private static final Address CHAIR = Address.item("Chair");

  static List<Faults> small() {
    return Small.FAULTS;
  }

  @ParameterizedTest
  @MethodSource("small")
  void toOneBuyer(Faults faults) {
    Small.all(exploration(one(), faults));
  }

  @Test
  void toOneOfTwoWhoComeAtOnce() {
    Small.all(exploration(two(), Faults.NONE));
  }

  @Test
  void whenItRunsOut() {
    exploration(one(), Small.LATE.batching()).random(1, Small.SEEDS);
  }

  @Test
  void inManyWaysWithManyFaults() {
    Town more = two().asks(3, "Anna", Action.POST, Complements.nil("Chair"), 1, 2);
    exploration(more.asks(4, "Bruno", Action.TRANSACT, buying("Anna"), 3), Small.MANY)
        .random(1, Small.SEEDS);
  }

  /** Anna is refused; then what she asked comes once more, and Bruno asks. */
  @Test
  void toTheNextWhateverComesLateOfWhoWasRefused() {
    Town town =
        new Town()
            .user("Seller")
            .user("Anna")
            .user("Bruno")
            .onOffer("Chair", "Seller")
            .offers("Chair", BigDecimal.ZERO, Set.of("Bruno"))
            .asks(1, "Anna", Action.TRANSACT, buying("Seller"))
            .asks(2, "Seller", Action.POST, Complements.nil("Chair"), 1)
            .asks(3, "Bruno", Action.TRANSACT, buying("Seller"), 2);
    Small.all(
        new Exploration(
            town.with(Faults.NONE.duplicating(1)),
            Laws::always,
            end -> {
              Laws.atEnd(end);
              boolean anna = Laws.acknowledged(end, 1);
              assertThat(keptFor(end)).as("kept for nobody").isEmpty();
              assertThat(anna ^ Laws.acknowledged(end, 3)).as("one of them has it").isTrue();
            }));
  }

  @Test
  void aMoveThatBeganBeforeEndsBefore() {
    Town town =
        new Town()
            .user("Seller")
            .user("Anna")
            .place("Yard", "Carla", true, 0, null)
            .place("Red", "Carla", true, 0, null)
            .item("Chair", "Model", "Seller", "Yard")
            .offered("Chair")
            .asks(1, "Anna", Action.TRANSACT, buying("Seller"))
            .asks(2, "Seller", Action.MM_EMBED, Complements.nil("Chair").withAt("Red"));
    Small.all(
        new Exploration(
            town.with(Faults.NONE),
            (before, now) -> {
              Laws.always(before, now);
              notHandedOverOnTheWay(now);
            },
            end -> {
              Laws.atEnd(end);
              assertThat(Laws.acknowledged(end, 1)).as("Anna has it").isTrue();
            }));
  }

  private static void notHandedOverOnTheWay(Simulation now) {
    boolean moving = false;
    for (Object event : now.log(CHAIR)) {
      if (event instanceof ItemEvent.MoveBegan) moving = true;
      if (event instanceof ItemEvent.Moved || event instanceof ItemEvent.MoveEnded) moving = false;
      if (event instanceof ItemEvent.Transferred) {
        assertThat(moving).as("handed over while it moves").isFalse();
      }
    }
  }

  private static String keptFor(Simulation end) {
    ItemEvent.Reserved kept = end.state(CHAIR, ItemState.class).reserved();
    return kept == null ? "" : kept.transaction().toString();
  }

  private static Town one() {
    return new Town()
        .user("Seller")
        .user("Anna")
        .user("Bruno")
        .onOffer("Chair", "Seller")
        .asks(1, "Anna", Action.TRANSACT, buying("Seller"));
  }

  private static Town two() {
    return one().asks(2, "Bruno", Action.TRANSACT, buying("Seller"));
  }

  private static Complements buying(String from) {
    return Complements.nil("Chair").withFrom(from);
  }

  private static Exploration exploration(Town town, Faults faults) {
    return new Exploration(town.with(faults), Laws::always, HandOverTest::wholeOrNotAtAll);
  }

  private static void wholeOrNotAtAll(Simulation end) {
    Laws.atEnd(end);
    List<String> buyers =
        end.log(CHAIR).stream()
            .filter(ItemEvent.Transferred.class::isInstance)
            .map(e -> ((ItemEvent.Transferred) e).terms().buyer())
            .toList();
    boolean[] bought = new boolean[5];
    for (int client : List.of(1, 2, 4)) bought[client] = Laws.acknowledged(end, client);
    assertThat(bought[1] && bought[2]).as("both got it").isFalse();
    assertThat(buyers.stream().filter("Anna"::equals).count()).isEqualTo(bought[1] ? 1 : 0);
    assertThat(buyers.stream().filter("Bruno"::equals).count())
        .isEqualTo((bought[2] ? 1 : 0) + (bought[4] ? 1 : 0));
    for (String buyer : List.of("Anna", "Bruno")) {
      long rights =
          end.log(Address.process(buyer)).stream()
              .filter(ProcessEvent.RightsChanged.class::isInstance)
              .count();
      long times = buyers.stream().filter(buyer::equals).count();
      // Who has passed it on meanwhile gets no Rights on it any more.
      assertThat(rights).as("Rights of " + buyer).isLessThanOrEqualTo(times);
      if (buyers.size() == 1) assertThat(rights).isEqualTo(times);
    }
  }
}
