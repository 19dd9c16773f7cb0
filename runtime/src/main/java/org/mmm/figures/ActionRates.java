package org.mmm.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;

/** What two counts of the same Actions say about the time between them. */
final class ActionRates {
  private static final double NANOS_IN_MILLI = 1e6;
  private static final Ending[] ENDINGS = Ending.values();

  private final double seconds;
  private final List<Figures.ActionFigures> actions = new ArrayList<>();
  private final long[] endings = new long[ENDINGS.length];

  /**
   * @param seconds between the two; 0 where there is but one
   */
  ActionRates(
      Map<Action, ActionCounts.Counted> before,
      Map<Action, ActionCounts.Counted> after,
      double seconds) {
    this.seconds = seconds;
    after.forEach((action, counted) -> add(action, before.get(action), counted));
  }

  private void add(
      Action action, ActionCounts.@Nullable Counted before, ActionCounts.Counted after) {
    long answered = 0;
    for (Ending ending : ENDINGS) {
      long more = ended(after, ending) - (before == null ? 0 : ended(before, ending));
      endings[ending.ordinal()] += more;
      answered += more;
    }
    if (answered == 0) return;
    long done = ended(after, Ending.ACK) - (before == null ? 0 : ended(before, Ending.ACK));
    Histogram times = before == null ? after.times() : after.times().since(before.times());
    actions.add(
        new Figures.ActionFigures(
            action.title(),
            rate(answered),
            rate(answered - done),
            millis(times, 0.5),
            millis(times, 0.99)));
  }

  private static long ended(ActionCounts.Counted counted, Ending ending) {
    return counted.endings()[ending.ordinal()];
  }

  /** One for each Action that was answered, the most frequent first. */
  List<Figures.ActionFigures> actions() {
    return actions.stream()
        .sorted(
            Comparator.comparingDouble(Figures.ActionFigures::perSecond)
                .reversed()
                .thenComparing(Figures.ActionFigures::action))
        .toList();
  }

  /** One for each ending but the good one, the most frequent first. */
  List<Figures.RefusalFigures> refusals() {
    List<Figures.RefusalFigures> all = new ArrayList<>();
    for (Ending ending : ENDINGS) {
      long times = endings[ending.ordinal()];
      if (ending != Ending.ACK && times > 0) {
        all.add(new Figures.RefusalFigures(ending.word(), rate(times)));
      }
    }
    all.sort(Comparator.comparingDouble(Figures.RefusalFigures::perSecond).reversed());
    return all;
  }

  /** So many per second; 0 as long as no time has passed. */
  double rate(long number) {
    return seconds > 0 ? number / seconds : 0;
  }

  static double millis(Histogram times, double part) {
    return times.quantile(part) / NANOS_IN_MILLI;
  }
}
