package org.mmm.script;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What parsing costs, of one sentence and of a story of a hundred.
 *
 * <p>To run: {@code mvn -q -Pbench-protocol -pl protocol process-test-classes
 * -Dbench=ScriptBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ScriptBenchmark {
  private static final String SENTENCE =
      "User1 Changes Rights(May Granted MM-Embed Persona2 At Room1) Of User2\n";
  private static final String STORY =
      """
      User1 Authors Room{"Name": "Loft", "Side": 8, "Capacity": 8} By AuthorService Into Room1
      User1 MM-Embeds Persona1 At Room1 With SA(1, 0, 1)
      User1 MM-Sends "Come see me at {Room1}" To User2   # invited
      User2 MM-Embeds Persona2 At Room1 => InsRights
      """
          .repeat(25);

  @Benchmark
  public Script sentence() {
    return ScriptParser.parse(SENTENCE);
  }

  @Benchmark
  public Script story() {
    return ScriptParser.parse(STORY);
  }
}
