package org.mmm.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pekko.actor.typed.ActorRef;

/** One round of questions to all nodes: who was asked, who answered, who waits for it. */
final class Gathering {
  /** Who comes while a round is on its way waits for its end with the others; so many at most. */
  static final int WAITING_AT_MOST = 100;

  private final long round;
  private final Map<String, AllFigures.OfNode> byAddress = new TreeMap<>();
  private final List<ActorRef<AllFigures>> waiting = new ArrayList<>();

  /**
   * @param round unlike that of every other
   * @param addresses of all members, also of those that cannot be asked
   */
  Gathering(long round, Collection<String> addresses) {
    this.round = round;
    addresses.forEach(a -> byAddress.put(a, new AllFigures.OfNode(a, null)));
  }

  boolean is(long other) {
    return round == other;
  }

  /** False if too many wait already. */
  boolean join(ActorRef<AllFigures> one) {
    return waiting.size() < WAITING_AT_MOST && waiting.add(one);
  }

  void told(Figures figures) {
    String address = figures.state().address();
    byAddress.put(address, new AllFigures.OfNode(address, figures));
  }

  boolean complete() {
    return byAddress.values().stream().noneMatch(one -> one.figures() == null);
  }

  /** Tells all who wait what is known. */
  void end() {
    AllFigures all = new AllFigures(List.copyOf(byAddress.values()));
    waiting.forEach(one -> one.tell(all));
  }
}
