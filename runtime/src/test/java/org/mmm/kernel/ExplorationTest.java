package org.mmm.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A counter that is told of two leaves")
class ExplorationTest {
  static final Address COUNTER = Address.item("Counter");

  /** Counts what it is told; one that remembers counts each move once. */
  record Counter(boolean remembers) implements Machine<String, String> {
    @Override
    public String empty() {
      return "";
    }

    @Override
    public String apply(String counted, String move) {
      return counted + move + ";";
    }

    @Override
    public Outcome<String> on(String counted, Message message, Moment now) {
      String move = ((Message.Released) message).move().toString();
      return remembers && counted.contains(move + ";")
          ? Outcome.nothing()
          : Outcome.<String>nothing().persist(move);
    }
  }

  @Test
  void isMetInAllOrders() {
    Exploration met =
        Exploration.of(two(true, e -> e), Faults.NONE, 100, now -> {}, this::countsBothOnce);
    assertThat(met).isEqualTo(new Exploration(5, 2));
  }

  @Test
  void countsEachOnceIfItRemembers() {
    Faults faults = Faults.crashes(1).duplicates(2);
    Exploration met =
        Exploration.of(two(true, e -> e), faults, 1_000, now -> {}, this::countsBothOnce);
    assertThat(met.ends()).isGreaterThan(2);
  }

  @Test
  void isCaughtWhenItForgets() {
    Faults faults = Faults.NONE.duplicates(1);
    assertThatThrownBy(
            () ->
                Exploration.of(two(false, e -> e), faults, 1_000, now -> {}, this::countsBothOnce))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Duplicate");
    assertThatThrownBy(
            () -> {
              for (long seed = 0; seed < 100; seed++) {
                RandomWalk.of(two(false, e -> e), seed, faults, 100, this::neverTwice);
              }
            })
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("seed ");
  }

  @Test
  void isCaughtWhenItsLogIsNotWhatItWrote() {
    assertThatThrownBy(
            () ->
                Exploration.of(
                    two(true, e -> "lost"), Faults.crashes(1), 100, now -> {}, now -> {}))
        .hasMessageContaining("the log gives another state back");
  }

  @Test
  void goesTheSameWayFromTheSameSeed() {
    Faults faults = Faults.crashes(2).duplicates(2).losses(1);
    Simulation one = RandomWalk.of(two(true, e -> e), 42, faults, 100, now -> {});
    Simulation other = RandomWalk.of(two(true, e -> e), 42, faults, 100, now -> {});
    assertThat(one.log(COUNTER)).isEqualTo(other.log(COUNTER));
    assertThat(one).isEqualTo(other);
  }

  private void countsBothOnce(Simulation end) {
    assertThat(end.log(COUNTER)).hasSize(2).doesNotHaveDuplicates();
  }

  private void neverTwice(Simulation now) {
    assertThat(now.log(COUNTER)).hasSizeLessThanOrEqualTo(2);
  }

  private static Simulation two(boolean remembers, UnaryOperator<Object> stored) {
    Simulation start = Simulation.begin(address -> new Counter(remembers), stored, 0);
    for (int seq = 1; seq <= 2; seq++) {
      CallId move = new CallId(Address.process("Anna"), seq, 0);
      start = start.tell(COUNTER, new Message.Released("Room1", move), null);
    }
    return start;
  }
}
