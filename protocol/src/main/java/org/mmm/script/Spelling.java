package org.mmm.script;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what was meant by a misspelled word. */
final class Spelling {
  private Spelling() {}

  /** {@code did you mean "MM-Embeds"?}, if some known word is near enough. */
  static Optional<String> hint(String word, Collection<String> known) {
    return nearest(word, known).map(near -> "did you mean \"" + near + "\"?");
  }

  /**
   * The known word at the least distance: at most 2 edits, at most 1 where a word has no more than
   * four letters. Of equals, one of the same length: verbs come in pairs, base and third person.
   */
  static Optional<String> nearest(String word, Collection<String> known) {
    if (word.length() > 64) return Optional.empty();
    return known.stream()
        .filter(k -> Math.abs(k.length() - word.length()) <= 2)
        .filter(k -> distance(word, k) <= (Math.min(k.length(), word.length()) <= 4 ? 1 : 2))
        .min(
            Comparator.<String>comparingInt(k -> distance(word, k))
                .thenComparingInt(k -> Math.abs(k.length() - word.length()))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Damerau-Levenshtein (optimal string alignment), letters compared without case. */
  static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) d[i][0] = i;
    for (int j = 0; j <= b.length(); j++) d[0][j] = j;
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
    return d[a.length()][b.length()];
  }
}
