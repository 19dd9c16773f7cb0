package org.mmm.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mmm.action.Action;
import org.mmm.action.MmmService;
import org.mmm.item.ItemEvent;
import org.mmm.item.ItemState;
import org.mmm.kernel.Address;
import org.mmm.kernel.Machine;
import org.mmm.pa.Complements;
import org.mmm.resolution.LaneEvent;
import org.mmm.resolution.LaneMachine;
import org.mmm.resolution.Resolution;
import org.mmm.resolution.ResolutionSettings;
import org.mmm.simulation.Exploration;
import org.mmm.simulation.Faults;
import org.mmm.simulation.Simulation;

/**
 * Bob of beta takes Seller's Chair of alpha. Both M-Instances are in one simulation, with all that
 * can go wrong at either end and between them.
 */
@DisplayName("What is handed over to another M-Instance has one owner at every point, and arrives")
class HandOverAbroadTest {
  private static final Address CHAIR = Address.item("Chair");
  private static final ResolutionSettings SETTINGS =
      new ResolutionSettings(
          CarriedLane.BETA, CarriedLane.ALPHA::equals, Duration.ofHours(48), 10, 10);

  static List<Faults> small() {
    return Small.FAULTS;
  }

  @ParameterizedTest
  @MethodSource("small")
  void whateverGoesWrongOnce(Faults faults) {
    Small.all(exploration(one(), faults));
  }

  @Test
  void whenItRunsOut() {
    exploration(one(), Small.LATE.batching()).random(1, Small.SEEDS);
  }

  @Test
  @DisplayName("over 400 random crash points and more faults")
  void inManyWaysWithManyFaults() {
    exploration(contested(), Small.MANY).random(1, 400);
  }

  @Test
  void andIsUsedByNobodyOnTheWay() {
    exploration(contested(), Faults.NONE).random(1, Small.SEEDS);
  }

  @Test
  void orNotAtAll() {
    Town town = one().offers("Chair", BigDecimal.ZERO, Set.of("Anna"));
    new Exploration(
            town.with(Small.MANY),
            HandOverAbroadTest::oneOwner,
            end -> {
              oneOwner(end, end);
              assertThat(Laws.acknowledged(end, 1)).as("Bob has it").isFalse();
              assertThat(arrived(end)).isZero();
              assertThat(counted(end)).as("counted for Bob").isZero();
            })
        .random(1, Small.SEEDS);
  }

  private static Town one() {
    return new Town()
        .user("Seller")
        .human("Bob")
        .place("Yard", "Seller", true, 0, null)
        .item("Chair", "Model", "Seller", "Yard")
        .offered("Chair")
        .abroad("Chair@" + CarriedLane.ALPHA)
        .abroad("Seller@" + CarriedLane.ALPHA)
        .where(Address.Kind.SERVICE, HandOverAbroadTest::carried)
        .asks(1, "Bob", Action.TRANSACT, buying());
  }

  /** Others want it too, and its owner moves it about. */
  private static Town contested() {
    return one()
        .user("Anna")
        .place("Red", "Seller", true, 0, null)
        .asks(2, "Anna", Action.TRANSACT, Complements.nil("Chair").withFrom("Seller"))
        .asks(3, "Seller", Action.MM_EMBED, Complements.nil("Chair").withAt("Red"))
        .asks(4, "Seller", Action.MM_DISABLE, Complements.nil("Chair"));
  }

  private static Complements buying() {
    return Complements.nil("Chair@" + CarriedLane.ALPHA).withFrom("Seller@" + CarriedLane.ALPHA);
  }

  private static Machine<?, ?> carried(Machine<?, ?> usual) {
    return usual instanceof LaneMachine lane ? new CarriedLane(CarriedLane.of("Bob"), lane) : usual;
  }

  /** How an entity of the Resolution Service of beta decides. */
  static Machine<?, ?> resolution(Address self) {
    return Resolution.machine(self, SETTINGS);
  }

  private static Exploration exploration(Town town, Faults faults) {
    return new Exploration(
        town.with(faults), HandOverAbroadTest::oneOwner, HandOverAbroadTest::wholeOrNotAtAll);
  }

  /** It is beta's only if alpha has let it go, and nobody of alpha uses it any more. */
  private static void oneOwner(Simulation before, Simulation now) {
    Laws.always(before, now);
    boolean left = false;
    for (Object event : now.log(CHAIR)) {
      if (event instanceof ItemEvent.Transferred e) left |= e.terms().message() != null;
      else if (left) {
        boolean used =
            event instanceof ItemEvent.Moved
                || event instanceof ItemEvent.MoveBegan
                || event instanceof ItemEvent.PropertyChanged
                || (event instanceof ItemEvent.Answered a
                    && a.performed().reply().status().acknowledged());
        assertThat(used).as("used after it has left: " + event).isFalse();
      }
    }
    long here = arrived(now);
    assertThat(here).as("it is there once").isLessThanOrEqualTo(1);
    if (here == 1) assertThat(left).as("gone from alpha before it is beta's").isTrue();
  }

  private static void wholeOrNotAtAll(Simulation end) {
    Laws.atEnd(end);
    boolean bob = Laws.acknowledged(end, 1);
    ItemState chair = end.state(CHAIR, ItemState.class);
    assertThat(chair.departure() != null).as("gone from alpha").isEqualTo(bob);
    assertThat(arrived(end)).as("there").isEqualTo(bob ? 1 : 0);
    assertThat(counted(end)).as("counted for Bob").isEqualTo(bob ? 1 : 0);
    assertThat(bob && Laws.acknowledged(end, 2)).as("both got it").isFalse();
    assertThat(
            end.log(CarriedLane.of("Bob")).stream()
                .filter(LaneEvent.Ended.class::isInstance)
                .map(e -> ((LaneEvent.Ended) e).performed().id()))
        .as("what ends, ends once")
        .doesNotHaveDuplicates();
  }

  private static long arrived(Simulation now) {
    return now.addresses().stream()
        .filter(a -> a.kind() == Address.Kind.ITEM && !a.equals(CHAIR))
        .flatMap(a -> now.log(a).stream())
        .filter(e -> e instanceof ItemEvent.Founded f && f.what().owner().equals("Bob"))
        .count();
  }

  private static int counted(Simulation now) {
    Address holdings = Address.service(MmmService.RIGHTS, "Bob");
    int items = 0;
    for (Object event : now.log(holdings)) {
      if (event instanceof org.mmm.registration.HoldingsEvent.Counted e) items += e.items();
      if (event instanceof org.mmm.registration.HoldingsEvent.Uncounted e) items -= e.items();
    }
    return items;
  }
}
