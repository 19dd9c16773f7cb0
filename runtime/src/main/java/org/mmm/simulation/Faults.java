package org.mmm.simulation;

import java.util.List;

/**
 * What may still go wrong in a {@link Simulation}, and how time may still pass.
 *
 * @param crashes how many times an entity dies, at any of its steps, and comes back from its log
 * @param duplicates how many messages arrive and are still on their way
 * @param losses how many messages are lost
 * @param advances how far time leaps, in milliseconds, one after the other; each comes at any time
 * @param batched whether entities decide about further messages while a write is due, as under
 *     load; otherwise each decision is written at once
 */
public record Faults(
    int crashes, int duplicates, int losses, List<Long> advances, boolean batched) {
  public static final Faults NONE = new Faults(0, 0, 0, List.of(), false);

  public Faults {
    advances = List.copyOf(advances);
    if (crashes < 0 || duplicates < 0 || losses < 0) {
      throw new IllegalArgumentException(
          "faults are counted from 0, were " + crashes + ", " + duplicates + ", " + losses);
    }
  }

  public Faults crashing(int times) {
    return new Faults(times, duplicates, losses, advances, batched);
  }

  public Faults duplicating(int times) {
    return new Faults(crashes, times, losses, advances, batched);
  }

  public Faults losing(int times) {
    return new Faults(crashes, duplicates, times, advances, batched);
  }

  public Faults advancing(Long... millis) {
    return new Faults(crashes, duplicates, losses, List.of(millis), batched);
  }

  public Faults batching() {
    return new Faults(crashes, duplicates, losses, advances, true);
  }

  Faults passed() {
    return new Faults(crashes, duplicates, losses, advances.subList(1, advances.size()), batched);
  }
}
