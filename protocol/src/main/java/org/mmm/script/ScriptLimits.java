package org.mmm.script;

import java.time.Duration;

/** How large a script may be. What exceeds a limit is an error of the script, never a failure. */
public final class ScriptLimits {
  /** UTF-8 bytes of a script. */
  public static final int FILE_BYTES = 1 << 20;

  /** UTF-8 bytes of a line. */
  public static final int LINE_BYTES = 64 << 10;

  /** Blocks within blocks. */
  public static final int BLOCK_DEPTH = 32;

  /** Parentheses within parentheses. */
  public static final int PAREN_DEPTH = 32;

  /** Objects and arrays within each other in a payload. */
  public static final int JSON_DEPTH = 32;

  /** Operands in one list: of an object, a complement, a call, a pick, a loop, or Rights. */
  public static final int OPERANDS = 256;

  /** The largest count of a repeat; the smallest is 1. */
  public static final int REPEATS = 1_000_000;

  /** Characters of a number, its sign, point and unit included. */
  public static final int NUMBER_LENGTH = 32;

  /** The longest wait, and the longest {@code within}. */
  public static final Duration LONGEST_WAIT = Duration.ofHours(24);

  /** Errors reported for one script; reading stops at the last of them. */
  public static final int ERRORS = 20;

  private ScriptLimits() {}

  /** The number of UTF-8 bytes of that stretch of text. */
  static int utf8Length(String text, int from, int to) {
    int bytes = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      // Each half of a surrogate pair counts two of the four bytes.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }
}
