package org.mmm.live;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mmm.frame.Happening;
import org.mmm.frame.RoomFrame;

/** Who sits in which slot of a live Room, and what is told of them besides how they stand. */
final class Seats {
  private final Map<String, Integer> slots = new HashMap<>();
  private final Deque<Integer> free = new ArrayDeque<>();
  private Happening.@Nullable Came[] told = new Happening.Came[16];
  private long placements;
  private int used;

  /** One past the greatest slot that was ever taken. */
  int end() {
    return used;
  }

  int size() {
    return slots.size();
  }

  /** The slot of that Item, -1 if it is not here. */
  int slot(String item) {
    return slots.getOrDefault(item, -1);
  }

  /** Who sits there; null if nobody does. */
  Happening.@Nullable Came at(int slot) {
    return slot >= 0 && slot < used ? told[slot] : null;
  }

  /** Gives it a slot of its own; -1 if there is none left. */
  int take(String item, String dataType, String name) {
    if (free.isEmpty() && used == RoomFrame.SLOTS) return -1;
    int slot = free.isEmpty() ? used++ : free.remove();
    if (slot == told.length) {
      told = Arrays.copyOf(told, 2 * slot);
    }
    slots.put(item, slot);
    told[slot] = new Happening.Came(slot, nextGeneration(), item, dataType, name, true);
    return slot;
  }

  /** It was placed once more: input for what it was before counts no more. */
  Happening.Placed raise(int slot) {
    Happening.Came was = taken(slot);
    var placed = new Happening.Placed(slot, nextGeneration());
    told[slot] =
        new Happening.Came(
            slot, placed.generation(), was.item(), was.dataType(), was.name(), was.perceptible());
    return placed;
  }

  void leave(int slot) {
    slots.remove(taken(slot).item());
    told[slot] = null;
    free.add(slot);
  }

  /** Never the same for two placements, so that no input is taken for another's seat. */
  private long nextGeneration() {
    return ++placements & 0xFFFF_FFFFL;
  }

  private Happening.Came taken(int slot) {
    Happening.Came who = at(slot);
    if (who == null) throw new IllegalArgumentException("nobody sits in slot " + slot);
    return who;
  }
}
