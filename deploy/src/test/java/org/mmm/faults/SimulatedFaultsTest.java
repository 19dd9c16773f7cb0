package org.mmm.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.kernel.Machine;

@DisplayName("On a simulated cluster whose nodes are killed and stand still, the checker")
class SimulatedFaultsTest {
  private static final int SEEDS = Integer.getInteger("mmm.seeds", 15);
  private static final long FIRST = Long.getLong("mmm.seed", 1);

  @Test
  void acceptsWhatTheRuntimeDoes() {
    for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
      History history = SimulatedRun.of(seed, SimulatedCluster.Fault.NONE, m -> m);
      assertThat(Checker.broken(history)).as("seed " + seed).isEmpty();
      assertThat(history.ops().stream().filter(Op::ok).count())
          .as("done with seed " + seed)
          .isGreaterThan(40);
    }
  }

  @Test
  void noticesAnAnswerBeforeItIsWritten() {
    caught(SimulatedCluster.Fault.ANSWERS_FIRST, m -> m);
  }

  @Test
  void noticesThatNoLeaseIsKept() {
    caught(SimulatedCluster.Fault.NO_LEASE, m -> m);
  }

  @Test
  void noticesForgottenKeys() {
    caught(SimulatedCluster.Fault.NONE, Mutants::forgetsKeys);
  }

  @Test
  void noticesARevocationThatIsSkipped() {
    caught(SimulatedCluster.Fault.NONE, Mutants::skipsRevocations);
  }

  @Test
  void noticesARevocationThatWaitsForNobody() {
    caught(SimulatedCluster.Fault.NONE, Mutants::doesNotSettle);
  }

  private static void caught(SimulatedCluster.Fault fault, UnaryOperator<Machine<?, ?>> mutant) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<String> broken = Checker.broken(SimulatedRun.of(seed, fault, mutant::apply));
      if (!broken.isEmpty()) return;
    }
    throw new AssertionError("not noticed in " + SEEDS + " seeds");
  }
}
