package org.mmm.live;

import org.mmm.frame.Quantised;
import org.mmm.settings.SettingRules;

/**
 * By what rules a Room is live.
 *
 * @param rate ticks per second while somebody watches, from 1 to 60
 * @param cell metres of a cell of the interest grid, from 1 to 1000; a Room of at most two cells
 *     across is one cell
 * @param farPerTick how many of those farther away than the neighbouring cells are told per tick,
 *     from 1 to 1000
 * @param speed metres per second that a Persona can walk, from 0.1 to 1000
 */
public record LiveRules(int rate, double cell, int farPerTick, double speed) {
  private static final SettingRules RULES = new SettingRules("mmm.live");

  /**
   * @throws IllegalArgumentException if a value breaks its rule; names it, the rule and the value
   */
  public LiveRules {
    RULES.between("rate", rate, 1, 60);
    RULES.require(cell >= 1 && cell <= 1_000, "cell", "from 1 to 1000 m", cell + " m");
    RULES.between("far-per-tick", farPerTick, 1, 1_000);
    RULES.require(speed >= 0.1 && speed <= 1_000, "speed", "from 0.1 to 1000 m/s", speed + " m/s");
  }

  /** How far a Persona can walk in one tick, in 1/64 m. */
  float step() {
    return (float) (speed * Quantised.PER_METRE / rate);
  }
}
