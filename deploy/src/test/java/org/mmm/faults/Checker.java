package org.mmm.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether a history keeps what is promised: an acknowledged deed is never lost (P1), takes effect
 * once (P2), ownership, place and Rights of each Item are linearizable (P3), nothing takes effect
 * by a Right whose revocation is acknowledged (P4), and no two incarnations of an entity answer
 * differently (P5), which shows as one of these.
 */
final class Checker {
  private Checker() {}

  /** Each promise that is broken, in words; none if the history is good. */
  static List<String> broken(History history) {
    List<String> wrong = new ArrayList<>();
    byItem(history).forEach((item, ops) -> inOrder(history, item, ops, wrong));
    wrong.addAll(Seats.overfull(history));
    wrong.addAll(Books.errors(history));
    oneSeatEach(history, wrong);
    for (Op op : history.ops()) {
      if (op.end() == Op.End.REFUSED && !refusable(op))
        wrong.add("refused without a reason: " + op);
    }
    return wrong;
  }

  /**
   * What failed though it could be repeated: none may while nodes are drained or restarted in turn
   * (P7).
   */
  static List<String> failed(History history) {
    return history.ops().stream()
        .filter(o -> o.unknown() || o.reason().equals("Unable"))
        .map(o -> "failed: " + o)
        .toList();
  }

  private static Map<String, List<Op>> byItem(History history) {
    Map<String, List<Op>> all = new TreeMap<>();
    history.setting().items().keySet().forEach(item -> all.put(item, new ArrayList<>()));
    int id = 0;
    for (Op op : history.ops()) {
      id = Math.max(id, op.id());
      if (Possession.tells(op, history.setting())) {
        all.computeIfAbsent(op.deed().subject(), k -> new ArrayList<>()).add(op);
      }
    }
    for (Map.Entry<String, Sight> last : history.aftermath().items().entrySet()) {
      Deed look = new Deed.Look(last.getKey());
      Sight seen = last.getValue();
      long end = Long.MAX_VALUE;
      all.computeIfAbsent(last.getKey(), k -> new ArrayList<>())
          .add(new Op(++id, "the end", "", look, end, end, Op.End.OK, "", "", seen));
    }
    return all;
  }

  private static void inOrder(History history, String item, List<Op> ops, List<String> wrong) {
    Sight begin = history.setting().items().get(item);
    if (begin == null || !history.aftermath().items().containsKey(item)) {
      wrong.add(item + " is in the beginning or in the end only");
      return;
    }
    new Linearization<>(
            Possession.of(begin), (Possession s, Op op) -> s.after(op, history.setting()))
        .contradiction(ops)
        .ifPresent(why -> wrong.add(item + ": " + why));
  }

  /** In the end each Item has one seat, where it says that it is. */
  private static void oneSeatEach(History history, List<String> wrong) {
    Map<String, List<String>> inside = history.aftermath().inside();
    history
        .aftermath()
        .items()
        .forEach(
            (item, sight) -> {
              List<String> seats =
                  inside.keySet().stream()
                      .filter(p -> inside.getOrDefault(p, List.of()).contains(item))
                      .sorted()
                      .toList();
              if (!seats.equals(List.of(sight.place()))) {
                wrong.add(item + " is at " + sight.place() + ", and has seats in " + seats);
              }
            });
    inside.forEach(
        (place, items) -> {
          int capacity = history.setting().place(place).capacity();
          if (capacity > 0 && items.size() > capacity) {
            wrong.add(place + " ends with " + items.size() + " Items in " + capacity + " seats");
          }
        });
  }

  /**
   * A Message with a name of its own, a Right that the owner gives: nothing speaks against them.
   */
  private static boolean refusable(Op op) {
    boolean free = op.deed() instanceof Deed.Send || op.deed() instanceof Deed.Allow;
    return !free || Set.of("Unable").contains(op.reason());
  }
}
