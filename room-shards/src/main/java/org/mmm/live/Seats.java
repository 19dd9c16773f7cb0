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
  private Happening.@Nullable Animated[] animated = new Happening.Animated[16];
  private long[] animatedBy = new long[16];
  private boolean[] hidden = new boolean[16];
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
      animated = Arrays.copyOf(animated, 2 * slot);
      animatedBy = Arrays.copyOf(animatedBy, 2 * slot);
      hidden = Arrays.copyOf(hidden, 2 * slot);
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

  /** Whether it cannot be perceived, so that nobody is told how it stands. */
  boolean hidden(int slot) {
    return hidden[slot];
  }

  /** What animates it, since when; null if nothing does. */
  Happening.@Nullable Animated animated(int slot) {
    return animated[slot];
  }

  /** It can be perceived from now on, or cannot; whether that is news. */
  boolean perceive(int slot, boolean perceptible) {
    Happening.Came was = taken(slot);
    if (was.perceptible() == perceptible) return false;
    hidden[slot] = !perceptible;
    told[slot] =
        new Happening.Came(
            slot, was.generation(), was.item(), was.dataType(), was.name(), perceptible);
    return true;
  }

  /**
   * It is animated from that tick on.
   *
   * @param word by which the same Stream that is said anew is told from one that was said before
   * @return what is news; null if nothing is
   */
  Happening.@Nullable Animated animate(int slot, String stream, long word, int tick) {
    Happening.Animated was = animated[slot];
    if (was != null && was.stream().equals(stream) && animatedBy[slot] == word) return null;
    var now = new Happening.Animated(slot, tick, stream);
    animated[slot] = now;
    animatedBy[slot] = word;
    return now;
  }

  void leave(int slot) {
    slots.remove(taken(slot).item());
    told[slot] = null;
    animated[slot] = null;
    hidden[slot] = false;
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
