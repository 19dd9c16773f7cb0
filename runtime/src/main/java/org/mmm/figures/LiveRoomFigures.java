package org.mmm.figures;

import java.util.Comparator;

/**
 * A live Room and what it costs; rates are per second, over the window or since the Room began
 * there if that is shorter.
 *
 * @param room its ID
 * @param watchers who watch it now, from all nodes
 * @param ticksPerSecond how often it tells what has changed
 * @param framesPerSecond frames that it sends to all who watch; one for each of them
 * @param frameBytesPerSecond bytes of these frames
 * @param droppedPerSecond frames that were left out since a client was too slow, as the nodes of
 *     the clients said every few seconds
 */
public record LiveRoomFigures(
    String room,
    int watchers,
    double ticksPerSecond,
    double framesPerSecond,
    double frameBytesPerSecond,
    double droppedPerSecond) {
  /** The busiest first: most watchers, then most bytes. */
  public static final Comparator<LiveRoomFigures> BUSIEST_FIRST =
      Comparator.comparingInt(LiveRoomFigures::watchers)
          .thenComparingDouble(LiveRoomFigures::frameBytesPerSecond)
          .reversed()
          .thenComparing(LiveRoomFigures::room);
}
