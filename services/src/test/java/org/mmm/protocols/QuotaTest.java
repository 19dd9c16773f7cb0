package org.mmm.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mmm.action.Action;
import org.mmm.action.MmmService;
import org.mmm.item.ItemEvent;
import org.mmm.kernel.Address;
import org.mmm.pa.Complements;
import org.mmm.registration.HoldingsEvent;
import org.mmm.rights.Quotas;
import org.mmm.simulation.Exploration;
import org.mmm.simulation.Faults;
import org.mmm.simulation.Simulation;

@DisplayName("An Account owns as much as its quota says, and every Item of it is counted")
class QuotaTest {
  private static final int MOST = 2;
  private static final Quotas QUOTAS = new Quotas(MOST, 1, 1, 100, 100, 100, 10, 100, 24, 10);

  static List<Faults> small() {
    return Small.FAULTS;
  }

  @ParameterizedTest
  @MethodSource("small")
  void whenSomethingIsMade(Faults faults) {
    Small.all(exploration(identifying(), faults));
  }

  @Test
  @DisplayName("when one more is made than there is room for, by requests that meet")
  void whenTooMuchIsMade() {
    Small.all(exploration(identifyingTwice(), Faults.NONE));
  }

  @Test
  void whenWhatIsMadeRunsOut() {
    Small.all(exploration(identifying(), Small.LATE));
    exploration(identifyingTwice(), Small.LATE.batching().crashing(1)).random(1, Small.SEEDS);
  }

  @ParameterizedTest
  @MethodSource("small")
  void whenSomethingIsBought(Faults faults) {
    exploration(buying(), faults).random(1, Small.SEEDS);
  }

  @Test
  void whenAPurchaseRunsOut() {
    exploration(buying(), Small.LATE.batching()).random(1, Small.SEEDS);
  }

  @Test
  void inManyWaysWithManyFaults() {
    exploration(buying(), Small.MANY).random(1, Small.SEEDS);
    exploration(identifyingTwice(), Small.MANY).random(1, Small.SEEDS);
  }

  private static Town identifying() {
    return new Town(QUOTAS)
        .human("Anna")
        .owned("Data1", "Data", "Anna")
        .asks(1, "Anna", Action.IDENTIFY, Complements.nil("Data1"));
  }

  private static Town identifyingTwice() {
    return identifying().asks(2, "Anna", Action.IDENTIFY, Complements.nil("Data1"));
  }

  /** Anna has room for one of two, and then for the other when Bruno has taken one from her. */
  private static Town buying() {
    return new Town(QUOTAS)
        .user("Seller")
        .human("Anna")
        .human("Bruno")
        .owned("Lamp", "Model", "Anna")
        .offered("Lamp")
        .onOffer("Chair", "Seller")
        .onOffer("Table", "Seller")
        .asks(1, "Anna", Action.TRANSACT, Complements.nil("Chair").withFrom("Seller"))
        .asks(2, "Anna", Action.TRANSACT, Complements.nil("Table").withFrom("Seller"))
        .asks(3, "Bruno", Action.TRANSACT, Complements.nil("Lamp").withFrom("Anna"));
  }

  private static Exploration exploration(Town town, Faults faults) {
    return new Exploration(
        town.with(faults),
        (before, now) -> {
          Laws.always(before, now);
          for (String human : List.of("Anna", "Bruno")) {
            assertThat(counted(now, human)).as("counted for " + human).isBetween(0, MOST);
            assertThat(owned(now).getOrDefault(human, 0))
                .as("owned by " + human)
                .isLessThanOrEqualTo(counted(now, human));
          }
        },
        QuotaTest::everyItemIsCounted);
  }

  private static void everyItemIsCounted(Simulation end) {
    Laws.atEnd(end);
    for (String human : List.of("Anna", "Bruno")) {
      assertThat(counted(end, human))
          .as("counted for " + human)
          .isEqualTo(owned(end).getOrDefault(human, 0));
    }
  }

  private static Map<String, Integer> owned(Simulation now) {
    Map<String, Integer> owned = new HashMap<>();
    for (Address entity : now.addresses()) {
      if (entity.kind() != Address.Kind.ITEM) continue;
      String owner = "";
      for (Object event : now.log(entity)) {
        if (event instanceof ItemEvent.Founded e) owner = e.what().owner();
        if (event instanceof ItemEvent.Transferred e) owner = e.terms().buyer();
      }
      owned.merge(owner, 1, Integer::sum);
    }
    return owned;
  }

  private static int counted(Simulation now, String human) {
    Address holdings = Address.service(MmmService.RIGHTS, human);
    if (!now.addresses().contains(holdings)) return 0;
    int items = 0;
    for (Object event : now.log(holdings)) {
      if (event instanceof HoldingsEvent.Counted e) items += e.items();
      if (event instanceof HoldingsEvent.Uncounted e) items -= e.items();
    }
    return items;
  }
}
