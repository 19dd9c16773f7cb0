package org.mmm.figures;

import java.util.Map;

/**
 * The live Rooms of all nodes that told them in time.
 *
 * @param byPlace by the place of the node, {@code host:port}
 */
public record AllRooms(Map<String, RoomsHere> byPlace) {
  public AllRooms {
    byPlace = Map.copyOf(byPlace);
  }
}
