package org.mmm.kernel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * How much may go wrong, at most, on one way through a {@link Simulation}.
 *
 * @param crashes entities that crash right after a write
 * @param duplicates messages that arrive twice
 * @param losses messages that never arrive
 * @param lapses times that a long time passes while messages are under way
 * @param lapseMillis how long that is
 */
public record Faults(int crashes, int duplicates, int losses, int lapses, long lapseMillis) {
  public static final Faults NONE = new Faults(0, 0, 0, 0, 0);

  public Faults {
    if (crashes < 0 || duplicates < 0 || losses < 0 || lapses < 0 || lapseMillis < 0) {
      throw new IllegalArgumentException("faults are counted from 0");
    }
  }

  public static Faults crashes(int most) {
    return new Faults(most, 0, 0, 0, 0);
  }

  public Faults duplicates(int most) {
    return new Faults(crashes, most, losses, lapses, lapseMillis);
  }

  public Faults losses(int most) {
    return new Faults(crashes, duplicates, most, lapses, lapseMillis);
  }

  public Faults lapses(int most, long millis) {
    return new Faults(crashes, duplicates, losses, most, millis);
  }

  /** What can happen next; time passes by itself only when nothing is under way. */
  List<Simulation.Step> steps(Simulation now) {
    List<Simulation.Step> steps = new ArrayList<>();
    for (Simulation.Flight flight : new LinkedHashSet<>(now.flights())) {
      steps.add(new Simulation.Step.Deliver(flight));
      if (crashes > 0 && now.writes(flight)) steps.add(new Simulation.Step.Crash(flight));
      if (duplicates > 0) steps.add(new Simulation.Step.Duplicate(flight));
      if (losses > 0) steps.add(new Simulation.Step.Lose(flight));
    }
    if (steps.isEmpty()) {
      if (!now.settled()) steps.add(new Simulation.Step.Tick());
    } else if (lapses > 0) {
      steps.add(new Simulation.Step.Lapse(lapseMillis));
    }
    return steps;
  }

  /** What may still go wrong after that. */
  Faults after(Simulation.Step step) {
    if (step instanceof Simulation.Step.Crash) {
      return new Faults(crashes - 1, duplicates, losses, lapses, lapseMillis);
    }
    if (step instanceof Simulation.Step.Duplicate) return duplicates(duplicates - 1);
    if (step instanceof Simulation.Step.Lose) return losses(losses - 1);
    if (step instanceof Simulation.Step.Lapse) return lapses(lapses - 1, lapseMillis);
    return this;
  }
}
