package org.mmm.print;

/** Text from elsewhere made fit for a terminal. */
public final class OneLine {
  private OneLine() {}

  /**
   * The text without line ends and control characters: what another Process wrote must not move the
   * cursor, change colours or forge a line of ours.
   */
  public static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) || isBidi(c) ? ' ' : c)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /** The characters that turn the direction of writing, by which one text can pose as another. */
  private static boolean isBidi(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }
}
