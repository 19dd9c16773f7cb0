package org.mmm.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One way through a {@link Simulation}, drawn from a seed: the same seed goes the same way. Time
 * passes now and then, whatever is under way.
 */
public final class RandomWalk {
  /** In so many of a thousand steps a second passes while messages are under way. */
  static final int TICKS_PER_THOUSAND = 20;

  private long random;

  private RandomWalk(long seed) {
    this.random = seed;
  }

  /**
   * Goes on until all has settled.
   *
   * @param faults how much may go wrong at most
   * @param mostSteps how many steps it may take
   * @param always what must hold at every moment; throws if not
   * @throws AssertionError that names the seed and the steps, if something does not hold or it does
   *     not settle
   */
  public static Simulation of(
      Simulation start, long seed, Faults faults, int mostSteps, Consumer<Simulation> always) {
    var walk = new RandomWalk(seed);
    List<Simulation.Step> story = new ArrayList<>();
    Simulation now = start;
    Faults left = faults;
    try {
      always.accept(now);
      while (!now.settled()) {
        if (story.size() >= mostSteps) throw new AssertionError("it does not settle");
        Simulation.Step step = walk.choose(left.steps(now));
        story.add(step);
        now = now.take(step);
        left = left.after(step);
        always.accept(now);
      }
      return now;
    } catch (AssertionError | RuntimeException fault) {
      StringBuilder told = new StringBuilder();
      story.forEach(s -> told.append("\n  ").append(s));
      throw new AssertionError(fault.getMessage() + "\nseed " + seed + ", after:" + told, fault);
    }
  }

  private Simulation.Step choose(List<Simulation.Step> steps) {
    return draw(1_000) < TICKS_PER_THOUSAND
        ? new Simulation.Step.Tick()
        : steps.get(draw(steps.size()));
  }

  /** SplitMix64: small, and the same on every Java. */
  private int draw(int bound) {
    random += 0x9e3779b97f4a7c15L;
    long z = random;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return (int) Long.remainderUnsigned(z ^ (z >>> 31), bound);
  }
}
