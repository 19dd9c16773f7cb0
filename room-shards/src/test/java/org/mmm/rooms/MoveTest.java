package org.mmm.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.rooms.MoveStory.oneMoveAgainstAnother;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.kernel.Exploration;
import org.mmm.kernel.Faults;
import org.mmm.kernel.Simulation;

@DisplayName("Anna moves her Persona between two rooms for one while Bruno enters")
class MoveTest {
  @Test
  void inWhateverOrderAndWhoeverCrashes() {
    explore(oneMoveAgainstAnother(), Faults.crashes(1));
  }

  @Test
  void inWhateverOrderWithAMessageLost() {
    explore(oneMoveAgainstAnother(), Faults.NONE.losses(1));
  }

  @Test
  void inWhateverOrderWithAMessageTwice() {
    explore(oneMoveAgainstAnother(), Faults.NONE.duplicates(1));
  }

  @Test
  void inWhateverOrderWhenTheRequestRunsOut() {
    explore(oneMoveAgainstAnother(), Faults.NONE.lapses(1, 31_000));
  }

  private static void explore(Simulation start, Faults faults) {
    Exploration met =
        Exploration.of(
            start,
            faults,
            400_000,
            MoveStory::neverInTwoPlacesNorAboveCapacity,
            MoveStory::settledWell);
    assertThat(met.ends()).isPositive();
  }
}
