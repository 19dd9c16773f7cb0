package org.mmm.script;

/** Guesses where an unreadable payload was meant to end. */
final class Balance {
  private Balance() {}

  /**
   * The index behind the brace that closes the one at {@code start}, texts passed over; the end of
   * the source if none does.
   */
  static int end(String source, int start) {
    int open = 0;
    boolean inText = false;
    for (int i = start; i < source.length(); i++) {
      char c = source.charAt(i);
      if (inText && c == '\\') i++;
      else if (c == '"' || c == '\n') inText = c == '"' && !inText;
      else if (!inText && c == '{') open++;
      else if (!inText && c == '}' && --open == 0) return i + 1;
    }
    return source.length();
  }
}
