package org.mmm.figures;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/**
 * What the live Rooms of this node cost, over the last so many rounds. Those that do not tick are
 * forgotten, so it takes memory only for those that do.
 */
public final class LiveLoads {
  private final int rounds;
  private final LongSupplier nanos;
  private final Set<RoomTally> tallies = ConcurrentHashMap.newKeySet();

  /**
   * @param rounds that are kept; from 1
   * @param nanos a clock that only goes forward
   */
  public LiveLoads(int rounds, LongSupplier nanos) {
    this.rounds = rounds;
    this.nanos = nanos;
  }

  /** Where the Room of that ID counts, which begins to be live here. */
  public RoomTally begin(String room) {
    return new RoomTally(room, this, nanos.getAsLong());
  }

  void list(RoomTally tally) {
    tallies.add(tally);
  }

  void unlist(RoomTally tally) {
    tallies.remove(tally);
  }

  /** Ends a round; by one thread alone, which also looks. */
  void turn() {
    long now = nanos.getAsLong();
    for (Iterator<RoomTally> all = tallies.iterator(); all.hasNext(); ) {
      RoomTally tally = all.next();
      if (tally.turn(now, rounds)) continue;
      all.remove();
      if (tally.isListed()) list(tally); // it ticked meanwhile
    }
  }

  /**
   * Those that are watched; for the thread that ends the rounds.
   *
   * @param name is part of the names of those that are wanted, in upper or lower case
   * @param atMost how many are told one by one
   */
  public RoomsHere show(String name, int atMost) {
    long now = nanos.getAsLong();
    List<LiveRoomFigures> all = new ArrayList<>();
    for (RoomTally tally : tallies) if (tally.isWatched()) all.add(tally.figures(now));
    String part = name.toLowerCase(Locale.ROOT);
    List<LiveRoomFigures> wanted =
        all.stream().filter(one -> one.room().toLowerCase(Locale.ROOT).contains(part)).toList();
    return new RoomsHere(
        all.size(),
        all.stream().mapToLong(LiveRoomFigures::watchers).sum(),
        sum(all, LiveRoomFigures::ticksPerSecond),
        sum(all, LiveRoomFigures::framesPerSecond),
        sum(all, LiveRoomFigures::frameBytesPerSecond),
        sum(all, LiveRoomFigures::droppedPerSecond),
        wanted.size(),
        wanted.stream().sorted(LiveRoomFigures.BUSIEST_FIRST).limit(atMost).toList());
  }

  private static double sum(List<LiveRoomFigures> all, ToDoubleFunction<LiveRoomFigures> figure) {
    return all.stream().mapToDouble(figure).sum();
  }
}
