package org.mmm.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can come of a {@link Simulation}: all orders of delivery with all {@link Faults}
 * at all moments. What was met already is not gone through again.
 *
 * @param states how many different ones were met
 * @param ends how many of them were settled
 */
public record Exploration(int states, int ends) {
  /** A way longer than this is one that does not settle. */
  static final int LONGEST_WAY = 1_000;

  private record Here(Simulation now, Faults left) {}

  private record Way(Here here, Simulation.@Nullable Step step, @Nullable Way before, int length) {}

  /**
   * Goes all ways.
   *
   * @param mostStates how many states may be met, as a bound of time and memory; about 1 KiB each
   * @param always what must hold at every moment; throws if not
   * @param atEnd what must hold besides once all has settled
   * @throws AssertionError that names the steps that led to the fault: one of the two consumers
   *     threw, a machine threw, a way did not settle, or there were more states
   */
  public static Exploration of(
      Simulation start,
      Faults faults,
      int mostStates,
      Consumer<Simulation> always,
      Consumer<Simulation> atEnd) {
    Set<Here> met = new HashSet<>();
    Deque<Way> open = new ArrayDeque<>();
    Here first = new Here(start, faults);
    met.add(first);
    open.push(new Way(first, null, null, 0));
    int ends = 0;
    while (!open.isEmpty()) {
      Way way = open.pop();
      try {
        Simulation now = way.here().now();
        always.accept(now);
        if (now.settled()) {
          ends++;
          atEnd.accept(now);
        }
        if (way.length() > LONGEST_WAY) throw new AssertionError("it does not settle");
        for (Simulation.Step step : way.here().left().steps(now)) {
          Here next = new Here(now.take(step), way.here().left().after(step));
          if (met.add(next)) open.push(new Way(next, step, way, way.length() + 1));
        }
        if (met.size() > mostStates) {
          throw new AssertionError("more than " + mostStates + " states: allow fewer faults");
        }
      } catch (AssertionError | RuntimeException fault) {
        throw new AssertionError(fault.getMessage() + "\nafter:\n" + story(way), fault);
      }
    }
    return new Exploration(met.size(), ends);
  }

  private static String story(Way end) {
    List<String> steps = new ArrayList<>();
    for (Way way = end; way != null && way.step() != null; way = way.before()) {
      steps.add("  " + way.step());
    }
    Collections.reverse(steps);
    return String.join("\n", steps);
  }
}
