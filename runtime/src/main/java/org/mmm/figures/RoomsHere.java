package org.mmm.figures;

import java.util.List;

/**
 * The live Rooms of one node. A Room is live while somebody watches it.
 *
 * @param live how many there are
 * @param watchers of all these
 * @param ticksPerSecond of all these, as are the other rates
 * @param matching how many of them have the wanted name
 * @param busiest of those with the wanted name, the busiest first; so many at most as were asked
 *     for
 */
public record RoomsHere(
    int live,
    long watchers,
    double ticksPerSecond,
    double framesPerSecond,
    double frameBytesPerSecond,
    double droppedPerSecond,
    int matching,
    List<LiveRoomFigures> busiest) {
  public RoomsHere {
    busiest = List.copyOf(busiest);
  }
}
