package org.mmm.interpreter;

import java.util.AbstractList;
import java.util.List;

/** The whole numbers of a loop, both ends included, made when asked for. */
final class Range {
  private Range() {}

  /**
   * @param to smaller than {@code from} for no numbers at all; at most a million numbers
   */
  static List<String> of(long from, long to) {
    long size = Math.max(0, Math.subtractExact(to, from) + 1);
    if (size > 1_000_000) {
      throw new IllegalArgumentException(
          from + ".." + to + " are " + size + " numbers; a loop has at most 1000000");
    }
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        return Long.toString(from + index);
      }

      @Override
      public int size() {
        return (int) size;
      }
    };
  }
}
