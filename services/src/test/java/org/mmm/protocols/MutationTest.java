package org.mmm.protocols;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.kernel.Address;
import org.mmm.simulation.Exploration;
import org.mmm.simulation.Faults;

@DisplayName("The laws notice a machine that")
class MutationTest {
  @Test
  void answersBeforeItWrites() {
    Town town = IntentTest.two().where(Address.Kind.ITEM, Mutants::answersFirst);
    caught(IntentTest.exploration(town, Faults.NONE.crashing(1)), "");
  }

  @Test
  void forgetsWhatItAnswered() {
    Town town = IntentTest.two().where(Address.Kind.ITEM, Mutants::forgets);
    caught(IntentTest.exploration(town, Faults.NONE.duplicating(1)), "a second time");
  }

  @Test
  void doesNotSettleBeforeItRevokes() {
    Town town = GrantTest.revoking().where(Address.Kind.PROCESS, Mutants::doesNotSettle);
    caught(
        GrantTest.exploration(town, Faults.NONE, GrantTest::wentWhereAcknowledged),
        "entered after the revocation");
  }

  @Test
  void releasesTheWrongStay() {
    Town town = MoveTest.thereAndBack().where(Address.Kind.PLACE, Mutants::releasesAnyStay);
    Exploration moves = MoveTest.exploration(town, Faults.NONE);
    assertThatThrownBy(() -> moves.all(Small.STATES))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("seat of Persona1");
  }

  private static void caught(Exploration exploration, String law) {
    assertThatThrownBy(() -> exploration.all(Small.STATES))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(law);
  }
}
