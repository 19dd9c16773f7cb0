package org.mmm.faults;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whether a place ever had more Items than seats. Counted is who was there for sure: from the
 * answer that it came until the next question that may have taken it away.
 */
final class Seats {
  private record Change(long at, String place, int by) {}

  private Seats() {}

  static List<String> overfull(History history) {
    List<Change> changes = new ArrayList<>();
    history.setting().items().keySet().forEach(item -> changes.addAll(stays(history, item)));
    changes.sort(Comparator.comparingLong(Change::at).thenComparingInt(Change::by));
    Map<String, Integer> taken = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (Change change : changes) {
      int now = taken.merge(change.place(), change.by(), Integer::sum);
      int capacity = history.setting().place(change.place()).capacity();
      if (capacity > 0 && change.by() > 0 && now > capacity) {
        wrong.add(
            change.place() + " had " + now + " Items in " + capacity + " seats, at " + change.at());
      }
    }
    return wrong;
  }

  private static List<Change> stays(History history, String item) {
    List<Op> moves = moves(history, item).toList();
    List<Change> changes = new ArrayList<>();
    Sight begin = history.setting().items().get(item);
    if (begin == null) return changes;
    stay(Long.MIN_VALUE, begin.place(), moves, changes);
    for (Op move : moves) {
      boolean alone = // another at the same time may have come after it
          moves.stream()
              .noneMatch(m -> m != move && m.began() < move.latest() && m.latest() > move.began());
      if (move.ok() && alone && move.deed() instanceof Deed.Move d) {
        stay(move.latest(), d.to(), moves, changes);
      }
    }
    return changes;
  }

  private static void stay(long from, String place, List<Op> moves, List<Change> changes) {
    long until =
        moves.stream().mapToLong(Op::began).filter(at -> at >= from).min().orElse(Long.MAX_VALUE);
    changes.add(new Change(from, place, 1));
    changes.add(new Change(until, place, -1));
  }

  private static Stream<Op> moves(History history, String item) {
    return history.ops().stream()
        .filter(o -> o.deed() instanceof Deed.Move m && m.item().equals(item))
        .filter(o -> o.end() != Op.End.REFUSED);
  }
}
