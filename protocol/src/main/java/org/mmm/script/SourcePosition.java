package org.mmm.script;

/**
 * Where something stands in a script.
 *
 * @param line 1-based
 * @param column 1-based, counted in characters (code points), a tab as one
 */
public record SourcePosition(int line, int column) {
  /** The beginning of a text; also the position of what was never read from one. */
  public static final SourcePosition START = new SourcePosition(1, 1);

  public SourcePosition {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException(
          "line and column count from 1, were " + line + " and " + column);
    }
  }
}
