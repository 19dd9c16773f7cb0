package org.mmm.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether the activity logs say the same as the clients were told: nothing acknowledged is missing,
 * nothing is there twice, nothing that nobody asked for was done, and a Message came to its
 * receiver once.
 */
final class Books {
  private final History history;
  private final List<String> wrong = new ArrayList<>();

  private Books(History history) {
    this.history = history;
  }

  static List<String> errors(History history) {
    Books books = new Books(history);
    history.aftermath().logs().keySet().forEach(books::check);
    books.sameKeySameAction();
    return books.wrong;
  }

  private void check(String process) {
    Map<String, Aftermath.Entry> own = new HashMap<>();
    Map<String, Integer> received = new HashMap<>();
    for (Aftermath.Entry entry : log(process)) {
      if (!entry.source().equals(process)) received.merge(entry.actionId(), 1, Integer::sum);
      else if (own.put(entry.actionId(), entry) != null) {
        wrong.add("the log of " + process + " has " + entry.actionId() + " twice");
      }
    }
    Set<String> acknowledged = new HashSet<>();
    int unknown = 0;
    for (Op op : history.ops()) {
      if (op.deed() instanceof Deed.Send send && send.receiver().equals(process)) {
        received(op, received.getOrDefault(op.actionId(), 0));
      }
      if (!op.who().equals(process) || op.deed() instanceof Deed.Look) continue;
      if (op.unknown()) unknown++;
      else told(op, own.get(op.actionId()));
      if (op.ok()) acknowledged.add(op.actionId());
    }
    long more =
        own.values().stream()
            .filter(e -> e.reason().isEmpty() && !acknowledged.contains(e.actionId()))
            .count();
    if (more > unknown) {
      wrong.add(
          process + " did " + more + " things more than it was told, with " + unknown + " unknown");
    }
  }

  private void told(Op op, Aftermath.@org.jspecify.annotations.Nullable Entry entry) {
    if (op.ok() && entry == null) wrong.add("acknowledged, and in no log: " + op);
    if (entry != null && !entry.reason().equals(op.reason())) {
      wrong.add("told " + op + ", and logged " + entry);
    }
  }

  private void received(Op op, int times) {
    if (op.ok() && times != 1 || op.end() == Op.End.REFUSED && times != 0 || times > 1) {
      wrong.add("received " + times + " times: " + op);
    }
  }

  private void sameKeySameAction() {
    Map<String, Op> byAction = new HashMap<>();
    for (Op op : history.ops()) {
      if (op.actionId().isEmpty() || op.unknown()) continue;
      Op other = byAction.put(op.actionId(), op);
      if (other != null && !other.key().equals(op.key())) {
        wrong.add("two keys, one Process Action: " + other + " and " + op);
      }
    }
  }

  private List<Aftermath.Entry> log(String process) {
    return history.aftermath().logs().getOrDefault(process, List.of());
  }
}
