package org.mmm.rights;

import static java.util.Objects.requireNonNull;
import static org.mmm.rights.Story.ANNA;
import static org.mmm.rights.Story.BRUNO;
import static org.mmm.rights.Story.NOON;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.items.ProcessType;
import org.mmm.pa.ProcessAction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one decision costs with its look-up: May Nots, grounds, and the place's verdict with its
 * sentence. Half of the Rights are about the same place, one in ten is a May Not.
 *
 * <p>To run: {@code mvn -q -Pbench-protocol -pl protocol process-test-classes
 * -Dbench=AuthorizationBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AuthorizationBenchmark {
  @Param({"10", "100", "1000"})
  public int held;

  private @Nullable HeldRights rights;
  private final ProcessAction enters = Story.asks(BRUNO, Action.MM_MOVE, "Persona2", "Room1");
  private final ProcessAction strays = Story.asks(BRUNO, Action.MM_MOVE, "Persona3", "Room1");
  private final ProcessAction animates = Story.asks(BRUNO, Action.MM_ANIMATE, "Persona2");
  private final RuleBook rules = RuleBook.none("MI1");

  @Setup
  public void hold() {
    List<Right> all = new ArrayList<>();
    all.add(Story.may("R", ANNA, Story.pattern(Action.MM_EMBED, "Persona2", "Room1")));
    for (int i = 1; i < held; i++) {
      String place = i % 2 == 0 ? "Room1" : "Room" + i;
      Action verb = i % 3 == 0 ? Action.MM_ANIMATE : Action.MM_EMBED;
      Pattern pattern = Story.pattern(verb, "Item" + i, place);
      all.add(
          i % 10 == 0 ? Story.mayNot("R" + i, ANNA, pattern) : Story.may("R" + i, ANNA, pattern));
    }
    rights = HeldRights.of(all);
  }

  /** A guest with a grant moves in. */
  @Benchmark
  public Decision permit() {
    return decide(enters);
  }

  /** A guest without one is refused, and told why. */
  @Benchmark
  public Decision refuse() {
    return decide(strays);
  }

  /** A request that says no place is compared with every May Not of the family. */
  @Benchmark
  public Decision leaveOpen() {
    return decide(animates);
  }

  private Decision decide(ProcessAction action) {
    HeldRights own = requireNonNull(rights, "set up");
    Decision subject = Authorization.ofSubject(action, ProcessType.USER, own, rules, NOON);
    return subject.and(Authorization.decide(action, own.grounds(action, NOON), Story.ROOM, NOON));
  }
}
