package org.mmm.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When what was served last had been asked, for each Process, Item and place: what was asked after
 * a fault, and served, shows that its entities live and write.
 */
final class Served {
  private final Map<String, Long> asked = new ConcurrentHashMap<>();

  void note(Op op) {
    if (op.deed() instanceof Deed.Look || op.unknown() || op.reason().equals("Unable")) return;
    for (String name : touched(op)) asked.merge(name, op.began(), Math::max);
  }

  /** Which of them were not served with anything that was asked after that time. */
  List<String> missing(Collection<String> names, long since) {
    return names.stream().filter(n -> asked.getOrDefault(n, Long.MIN_VALUE) <= since).toList();
  }

  /** A place answers for what is done there; a refusal may come from before it. */
  private static List<String> touched(Op op) {
    List<String> names = new ArrayList<>(List.of(op.who()));
    if (!op.deed().subject().isEmpty()) names.add(op.deed().subject());
    if (op.ok() && op.deed() instanceof Deed.Move d) names.add(d.to());
    if (op.ok() && op.deed() instanceof Deed.Allow d) names.addAll(List.of(d.place(), d.holder()));
    if (op.ok() && op.deed() instanceof Deed.Send d) names.add(d.receiver());
    return names;
  }
}
