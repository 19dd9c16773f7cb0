package org.mmm.faults;

import java.util.Map;

/**
 * What the workload begins with.
 *
 * @param items where each Item is, and whose
 * @param places the places by name
 */
record Setting(Map<String, Sight> items, Map<String, Place> places) {
  /**
   * A place of the workload.
   *
   * @param capacity seats, 0 for any number
   * @param open whether everybody may enter; else who has a Right
   */
  record Place(int capacity, boolean open) {}

  Setting {
    items = Map.copyOf(items);
    places = Map.copyOf(places);
  }

  /**
   * @throws IllegalArgumentException if it has no such place
   */
  Place place(String name) {
    Place place = places.get(name);
    if (place == null) throw new IllegalArgumentException("no place " + name);
    return place;
  }
}
