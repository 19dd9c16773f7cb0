package org.mmm.simulation;

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
 * Goes the ways of a {@link Simulation}: all of them, or those of many seeds. A way that breaks a
 * law is told step by step; with the seed it can be gone again.
 */
public final class Exploration {
  /** What all ways came to. */
  public record Met(int states, int ends) {}

  /** What must hold of every step. */
  @FunctionalInterface
  public interface Law {
    /** Nothing is forbidden. */
    Law NONE = (before, now) -> {};

    /**
     * @throws AssertionError if it does not hold
     */
    void check(Simulation before, Simulation now);
  }

  /** Of so many steps in which nothing goes wrong comes one in which something does. */
  private static final int ORDINARY = 6;

  private final Simulation start;
  private final Law always;
  private final Consumer<Simulation> atEnd;

  /**
   * @param always holds after every step
   * @param atEnd holds when everything has settled
   */
  public Exploration(Simulation start, Law always, Consumer<Simulation> atEnd) {
    this.start = start;
    this.always = always;
    this.atEnd = atEnd;
  }

  private record Way(Simulation at, Step by, @Nullable Way from) {}

  /**
   * Goes all ways, depth first, and none twice that leads to where another led.
   *
   * @param mostStates how many different states are visited at most
   * @throws AssertionError if a law is broken, or there are more states
   */
  public Met all(int mostStates) {
    Set<Long> seen = new HashSet<>();
    Deque<Way> open = new ArrayDeque<>();
    Way root = new Way(start, new Step.Advance(0), null);
    open.push(root);
    int ends = 0;
    while (!open.isEmpty()) {
      Way way = open.pop();
      if (!seen.add(way.at().fingerprint())) continue;
      if (seen.size() > mostStates) {
        throw new AssertionError("more than " + mostStates + " states: make the case smaller");
      }
      List<Step> steps = way.at().steps();
      try {
        if (steps.stream().noneMatch(Step::ordinary)) {
          ends++;
          atEnd.accept(way.at().settled(always));
        }
        for (Step step : steps) {
          Way next = new Way(way.at(), step, way);
          Simulation after = after(next, way.at(), step);
          open.push(new Way(after, step, way));
        }
      } catch (Broken broken) {
        throw broken.told("");
      } catch (AssertionError | RuntimeException e) {
        throw new Broken(way, e).told("");
      }
    }
    return new Met(seen.size(), ends);
  }

  /**
   * Goes one way for each seed.
   *
   * @throws AssertionError if a law is broken; the message names the seed and tells the way
   */
  public void random(long firstSeed, int seeds) {
    for (long seed = firstSeed; seed < firstSeed + seeds; seed++) random(seed);
  }

  /** Goes the way of that seed, and tells where it leads. */
  public Simulation random(long seed) {
    Chance chance = new Chance(seed);
    Way way = new Way(start, new Step.Advance(0), null);
    try {
      while (true) {
        List<Step> steps = way.at().steps();
        List<Step> ordinary = steps.stream().filter(Step::ordinary).toList();
        boolean end = ordinary.isEmpty() && chance.next(2) == 0;
        if (steps.isEmpty() || end) break;
        boolean fault = ordinary.isEmpty() || chance.next(ORDINARY) == 0;
        List<Step> among = fault ? steps : ordinary;
        Step step = among.get(chance.next(among.size()));
        way = new Way(after(new Way(way.at(), step, way), way.at(), step), step, way);
      }
      Simulation settled = way.at().settled(always);
      atEnd.accept(settled);
      return settled;
    } catch (Broken broken) {
      throw broken.told("seed " + seed + ": ");
    } catch (AssertionError | RuntimeException e) {
      throw new Broken(way, e).told("seed " + seed + ": ");
    }
  }

  private Simulation after(Way next, Simulation before, Step step) {
    try {
      Simulation after = before.after(step);
      always.check(before, after);
      return after;
    } catch (AssertionError | RuntimeException e) {
      throw new Broken(next, e);
    }
  }

  /** A law was broken on that way. */
  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Way way;

    Broken(Way way, Throwable why) {
      super(why);
      this.way = way;
    }

    AssertionError told(String prefix) {
      List<String> steps = new ArrayList<>();
      for (Way w = way; w != null && w.from() != null; w = w.from()) {
        steps.add("\n  " + w.by());
      }
      Collections.reverse(steps);
      Throwable why = getCause();
      return new AssertionError(
          prefix + why + "\nafter" + String.join("", steps) + "\nthen settled in order", why);
    }
  }
}
