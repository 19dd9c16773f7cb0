package org.mmm.figures;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The counts of the last rounds, and what they say about the time between them. */
final class Window {
  private static final double NANOS_IN_SECOND = 1e9;

  private final int rounds;
  private final Deque<Counts> kept = new ArrayDeque<>();

  /**
   * @param rounds over how many of them rates are taken; from 1
   */
  Window(int rounds) {
    this.rounds = rounds;
  }

  void add(Counts counts) {
    kept.addLast(counts);
    if (kept.size() > rounds + 1) kept.removeFirst();
  }

  /**
   * The figures over what is kept; before there are two counts, all rates are 0.
   *
   * @param now what is not counted
   * @param rooms the busiest, with what they got in the window
   */
  Figures figures(Levels now, List<RoomLoads.Load> rooms) {
    Counts first = kept.getFirst();
    Counts last = kept.getLast();
    double seconds = (last.nanos() - first.nanos()) / NANOS_IN_SECOND;
    ActionRates rates = new ActionRates(first.actions(), last.actions(), seconds);
    return new Figures(
        now.node(),
        seconds,
        now.state(),
        now.entities(),
        now.inFlight(),
        rates.actions(),
        rates.refusals(),
        journal(now, first, last, rates),
        now.edge(),
        rates.rate(last.dropped() - first.dropped()),
        new Figures.JvmFigures(
            now.heapUsed(),
            now.heapMost(),
            now.threads(),
            now.cpu(),
            rates.rate(last.collections() - first.collections()),
            rates.rate(last.collectionMillis() - first.collectionMillis())),
        now.disk(),
        rooms.stream()
            .map(load -> new Figures.RoomFigures(load.room(), rates.rate(load.messages())))
            .toList());
  }

  private static Figures.JournalFigures journal(
      Levels now, Counts first, Counts last, ActionRates rates) {
    Histogram writes = last.writes().since(first.writes());
    Histogram reads = last.reads().since(first.reads());
    return new Figures.JournalFigures(
        now.journalKind(),
        now.journalOpen(),
        now.silentMillis(),
        rates.rate(writes.total()),
        ActionRates.millis(writes, 0.5),
        ActionRates.millis(writes, 0.99),
        ActionRates.millis(reads, 0.99),
        rates.rate(last.writeFailures() - first.writeFailures()),
        now.waitingWrites());
  }
}
