package org.mmm.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many messages each place of this node got in the last so many rounds. Places that got none
 * are forgotten, so it takes memory only for those that are busy.
 */
public final class RoomLoads {
  /**
   * A place and its load.
   *
   * @param room its ID
   * @param messages that it got in the rounds that are kept
   */
  record Load(String room, long messages) {}

  /** One place: the round in progress, and those before. */
  private final class Tally implements Runnable {
    final String room;
    final AtomicInteger now = new AtomicInteger();
    final int[] before = new int[rounds];
    volatile boolean listed;

    Tally(String room) {
      this.room = room;
    }

    @Override
    public void run() {
      now.incrementAndGet();
      if (!listed) list();
    }

    void list() {
      listed = true;
      tallies.put(room, this);
    }

    long sum() {
      long sum = now.get();
      for (int one : before) sum += one;
      return sum;
    }
  }

  private final int rounds;
  private final Map<String, Tally> tallies = new ConcurrentHashMap<>();
  private int round;

  /**
   * @param rounds that are kept; from 1
   */
  public RoomLoads(int rounds) {
    this.rounds = rounds;
  }

  /** To be run at each message that this place gets. */
  public Runnable of(String room) {
    return new Tally(room);
  }

  /** Ends a round; by one thread alone. */
  void turn() {
    round = (round + 1) % rounds;
    for (Iterator<Tally> all = tallies.values().iterator(); all.hasNext(); ) {
      Tally tally = all.next();
      tally.before[round] = tally.now.getAndSet(0);
      if (tally.sum() == 0) {
        tally.listed = false;
        all.remove();
        if (tally.now.get() > 0) tally.list(); // it got one meanwhile
      }
    }
  }

  /** The places with the most messages, the busiest first; so many at most. */
  List<Load> busiest(int atMost) {
    List<Load> all = new ArrayList<>();
    tallies.forEach((room, tally) -> all.add(new Load(room, tally.sum())));
    all.removeIf(load -> load.messages() == 0);
    all.sort(Comparator.comparingLong(Load::messages).reversed().thenComparing(Load::room));
    return List.copyOf(all.subList(0, Math.min(atMost, all.size())));
  }
}
