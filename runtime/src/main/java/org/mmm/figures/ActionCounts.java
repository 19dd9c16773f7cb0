package org.mmm.figures;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import org.mmm.action.Action;

/** Counts the Process Actions that a node answered, by Action; without allocating for each. */
public final class ActionCounts {
  private static final int ENDINGS = Ending.values().length;

  /** One Action: how often it ended how, and how long it took. */
  private static final class Count {
    final AtomicLongArray endings = new AtomicLongArray(ENDINGS);
    final LatencyCounts times = new LatencyCounts();
  }

  /**
   * What was counted of one Action until a moment.
   *
   * @param endings how often it ended so, by the ordinal of {@link Ending}
   * @param times from the request's arrival to its answer
   */
  record Counted(long[] endings, Histogram times) {}

  private final EnumMap<Action, Count> counts = new EnumMap<>(Action.class);

  public ActionCounts() {
    for (Action action : Action.values()) counts.put(action, new Count());
  }

  /** One was answered, after so many nanoseconds. */
  public void answered(Action action, Ending ending, long nanos) {
    Count count = counts.get(action);
    if (count == null) throw new IllegalStateException("no count of " + action);
    count.endings.incrementAndGet(ending.ordinal());
    count.times.add(nanos);
  }

  /** What was counted until now, of the Actions that came at all. */
  Map<Action, Counted> now() {
    Map<Action, Counted> all = new EnumMap<>(Action.class);
    counts.forEach(
        (action, count) -> {
          long[] endings = new long[ENDINGS];
          long sum = 0;
          for (int i = 0; i < ENDINGS; i++) {
            endings[i] = count.endings.get(i);
            sum += endings[i];
          }
          if (sum > 0) all.put(action, new Counted(endings, count.times.now()));
        });
    return all;
  }
}
