package org.mmm.script;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mmm.action.Action;
import org.mmm.action.Preposition;

/** What a word is, and which words mean something to the language itself. */
final class Words {
  /** Words that begin a line. */
  static final List<String> STATEMENTS =
      List.of("expect", "let", "wait", "use", "seed", "repeat", "for", "together");

  /** Words kept for constructs that are not built yet. */
  static final Set<String> NOT_BUILT = Set.of("every", "measure", "when", "If");

  static final List<String> PREPOSITIONS =
      Arrays.stream(Preposition.values()).map(Preposition::wireName).toList();

  private static final Set<String> RESERVED =
      Stream.of(
              STATEMENTS.stream(),
              NOT_BUILT.stream(),
              PREPOSITIONS.stream(),
              Stream.of("not", "in", "within", "pick", "random", "May", "Not", "Must"),
              Arrays.stream(RightLevel.values()).map(RightLevel::word))
          .flatMap(words -> words)
          .collect(Collectors.toUnmodifiableSet());

  private Words() {}

  static boolean isReserved(String word) {
    return RESERVED.contains(word);
  }

  /** Whether that text, unquoted, reads as one NAME. */
  static boolean isName(String text) {
    return !text.isEmpty()
        && end(text, 0) == text.length()
        && !isReserved(text)
        && Action.ofVerb(text).isEmpty();
  }

  /** Whether the word can stand between the braces of a word: no host, no braces of its own. */
  static boolean isVariable(String text) {
    return !text.isEmpty() && stem(text, 0, false) == text.length();
  }

  /** The end of the WORD that begins there; {@code from} itself if none does. */
  static int end(String text, int from) {
    return host(text, stem(text, from, true));
  }

  /** As {@link #end}, of a word without braces: what may stand between the braces of a text. */
  static int plainEnd(String text, int from) {
    return host(text, stem(text, from, false));
  }

  private static int stem(String text, int from, boolean braces) {
    if (!letterAt(text, from)) return from;
    int i = from;
    while (i < text.length()) {
      if (letterOrDigitAt(text, i)) {
        i += Character.charCount(text.codePointAt(i));
      } else if (text.charAt(i) == '_') {
        i++;
      } else if (braces && text.charAt(i) == '{' && variableEnd(text, i) > i) {
        i = variableEnd(text, i);
      } else if (isJoint(text.charAt(i)) && goesOn(text, i + 1, braces)) {
        i++;
      } else {
        break;
      }
    }
    return i;
  }

  private static boolean isJoint(char c) {
    return c == '.' || c == '-';
  }

  private static boolean goesOn(String text, int i, boolean braces) {
    return letterOrDigitAt(text, i) || (braces && variableEnd(text, i) > i);
  }

  /** The end of {@code {variable}} at i; i itself if there is none, as before a payload. */
  private static int variableEnd(String text, int i) {
    if (i >= text.length() || text.charAt(i) != '{') return i;
    int end = stem(text, i + 1, false);
    return end > i + 1 && end < text.length() && text.charAt(end) == '}' ? end + 1 : i;
  }

  /** The end of {@code @host[:port]} at i; i itself if there is none. */
  private static int host(String text, int i) {
    if (i >= text.length() || text.charAt(i) != '@' || !letterOrDigitAt(text, i + 1)) return i;
    int end = i + 1;
    while (letterOrDigitAt(text, end)
        || (end < text.length() && isJoint(text.charAt(end)) && letterOrDigitAt(text, end + 1))) {
      end += Character.charCount(text.codePointAt(end));
    }
    if (end >= text.length() || text.charAt(end) != ':' || !digitAt(text, end + 1)) return end;
    do {
      end++;
    } while (digitAt(text, end));
    return end;
  }

  static boolean letterAt(String text, int i) {
    return i < text.length() && Character.isLetter(text.codePointAt(i));
  }

  static boolean digitAt(String text, int i) {
    return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  private static boolean letterOrDigitAt(String text, int i) {
    return letterAt(text, i) || digitAt(text, i);
  }
}
