package org.mmm.simulation;

/** A sequence of choices that is the same for the same seed (SplitMix64). */
public final class Chance {
  private long at;

  public Chance(long seed) {
    this.at = seed;
  }

  /** The next choice: 0 to {@code bound} - 1. */
  public int next(int bound) {
    if (bound < 1)
      throw new IllegalArgumentException("a choice needs at least 1 way, had " + bound);
    return (int) Long.remainderUnsigned(mix(at += 0x9e3779b97f4a7c15L), bound);
  }

  /** Spreads the bits of a number. */
  static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
