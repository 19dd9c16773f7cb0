package org.mmm.live;

import java.util.Arrays;
import org.mmm.frame.Quantised;

/**
 * A floor in square cells, and who stands in which. Each cell is a doubly linked list in flat
 * arrays: to move, and to look at a neighbourhood, costs what is there and allocates nothing.
 */
final class InterestGrid {
  private static final int NONE = -1;

  private final int across;
  private final int cellUnits;
  private final int least;
  private final int[] first;
  private int[] next = new int[0];
  private int[] previous = new int[0];
  private int[] cellOf = new int[0];

  /**
   * @param side metres of the floor; 0 for one without bounds, as far as a frame can say
   * @param cell metres of a cell; a floor of at most two cells across is one cell
   */
  InterestGrid(double side, double cell) {
    double most = Quantised.metres(Quantised.GREATEST - Quantised.LEAST + 1);
    double floor = side == 0 ? most : Math.min(side, most);
    this.across = floor <= 2 * cell ? 1 : (int) Math.ceil(floor / cell);
    this.cellUnits = across == 1 ? Integer.MAX_VALUE : (int) (cell * Quantised.PER_METRE);
    this.least = (int) (-floor / 2 * Quantised.PER_METRE);
    this.first = new int[across * across];
    Arrays.fill(first, NONE);
  }

  int cells() {
    return first.length;
  }

  /** The cell of that point of the floor. */
  int cell(int x, int z) {
    return across == 1 ? 0 : along(z) * across + along(x);
  }

  int cellOf(int slot) {
    return cellOf[slot];
  }

  /** Whether two cells are the same or touch. */
  boolean near(int one, int other) {
    return Math.abs(one % across - other % across) <= 1
        && Math.abs(one / across - other / across) <= 1;
  }

  void add(int slot, int x, int z) {
    if (slot >= cellOf.length) grow(slot + 1);
    link(slot, cell(x, z));
  }

  /** Whether it came into another cell. */
  boolean move(int slot, int x, int z) {
    int to = cell(x, z);
    if (to == cellOf[slot]) return false;
    remove(slot);
    link(slot, to);
    return true;
  }

  void remove(int slot) {
    int before = previous[slot];
    int after = next[slot];
    if (before == NONE) first[cellOf[slot]] = after;
    else next[before] = after;
    if (after != NONE) previous[after] = before;
  }

  /** Those who stand in that cell and around it, into the array; how many. */
  int around(int cell, int[] slots) {
    int count = 0;
    int row = cell / across;
    int column = cell % across;
    for (int r = Math.max(0, row - 1); r <= Math.min(across - 1, row + 1); r++) {
      for (int c = Math.max(0, column - 1); c <= Math.min(across - 1, column + 1); c++) {
        for (int s = first[r * across + c]; s != NONE; s = next[s]) slots[count++] = s;
      }
    }
    return count;
  }

  private int along(int units) {
    return Math.max(0, Math.min(across - 1, (units - least) / cellUnits));
  }

  private void link(int slot, int cell) {
    int head = first[cell];
    cellOf[slot] = cell;
    previous[slot] = NONE;
    next[slot] = head;
    if (head != NONE) previous[head] = slot;
    first[cell] = slot;
  }

  private void grow(int atLeast) {
    int length = Math.max(atLeast, 2 * cellOf.length);
    next = Arrays.copyOf(next, length);
    previous = Arrays.copyOf(previous, length);
    cellOf = Arrays.copyOf(cellOf, length);
  }
}
