package org.mmm.print;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows in columns, parted by two blanks. No text is ever cut: where the lines would be longer than
 * wanted, cells go on in the next line of their column.
 */
public final class Table {
  /** Columns before the last are not made narrower than this to fit. */
  private static final int NARROW = 40;

  /** The last column holds the sentences, and gets what is left, but at least this. */
  private static final int LAST = 30;

  private final List<List<String>> rows = new ArrayList<>();
  private final int columns;

  public Table(String... headings) {
    columns = headings.length;
    rows.add(Arrays.asList(headings));
  }

  /** Adds a row; it has as many cells as there are headings. */
  public Table row(Object... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(
          "a row has " + columns + " cells, this one " + cells.length);
    }
    rows.add(Arrays.stream(cells).map(Table::cell).toList());
    return this;
  }

  public boolean isEmpty() {
    return rows.size() == 1;
  }

  /** With lines as long as they have to be. */
  public String print(Style style) {
    return print(style, Integer.MAX_VALUE);
  }

  /**
   * @param width characters that a line should have at most
   */
  public String print(Style style, int width) {
    int[] widths = widths(width);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      for (String line : lines(rows.get(i), widths)) {
        out.append(i == 0 ? style.bold(line) : line).append('\n');
      }
    }
    return out.toString();
  }

  private int[] widths(int width) {
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    long total = Arrays.stream(widths).asLongStream().sum() + 2L * (columns - 1);
    if (total <= width) {
      return widths;
    }
    int before = 0;
    for (int i = 0; i < columns - 1; i++) {
      widths[i] = Math.min(widths[i], NARROW);
      before += widths[i] + 2;
    }
    widths[columns - 1] = Math.min(widths[columns - 1], Math.max(LAST, width - before));
    return widths;
  }

  private static List<String> lines(List<String> row, int[] widths) {
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      cells.add(wrap(row.get(i), widths[i]));
    }
    int height = cells.stream().mapToInt(List::size).max().orElse(1);
    List<String> lines = new ArrayList<>();
    for (int k = 0; k < height; k++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String part = k < cells.get(i).size() ? cells.get(i).get(k) : "";
        line.append(part).append(" ".repeat(widths[i] - part.length() + 2));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** Parts of at most that width, ended at a blank where there is one. */
  private static List<String> wrap(String text, int width) {
    List<String> parts = new ArrayList<>();
    String rest = text;
    while (rest.length() > width) {
      int blank = rest.lastIndexOf(' ', width);
      int end = blank > 0 ? blank : Math.max(width, 1);
      parts.add(rest.substring(0, end));
      rest = rest.substring(end).stripLeading();
    }
    parts.add(rest);
    return parts;
  }

  private static String cell(Object value) {
    return OneLine.of(String.valueOf(value));
  }
}
