package org.mmm.script;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A token.
 *
 * @param text a word, what stood in backticks, a text with its escapes read, a number without its
 *     unit; of line ends the comment before them, empty if none
 * @param unit of a number
 * @param json of a payload
 * @param start index of its first character in the source
 * @param end index behind its last character
 */
record Token(
    Kind kind,
    String text,
    @Nullable TimeUnit unit,
    @Nullable ObjectNode json,
    int start,
    int end,
    SourcePosition at) {

  enum Kind {
    WORD,
    QUOTED,
    TEXT,
    NUMBER,
    JSON,
    OPEN_BRACE("\"{\""),
    CLOSE_BRACE("\"}\""),
    OPEN_PAREN("\"(\""),
    CLOSE_PAREN("\")\""),
    COMMA("\",\""),
    SEMICOLON("\";\""),
    EQUALS("\"=\""),
    ARROW("\"=>\""),
    RANGE("\"..\""),
    LINE_END("the end of the line"),
    FILE_END("the end of the script");

    private final String described;

    Kind() {
      this("");
    }

    Kind(String described) {
      this.described = described;
    }

    String described() {
      return described;
    }
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  /** How an error message calls it. */
  String described() {
    return switch (kind) {
      case WORD, NUMBER -> "\"" + text + (unit == null ? "" : unit.suffix()) + "\"";
      case QUOTED -> "`" + text + "`";
      case TEXT -> "a text";
      case JSON -> "a payload";
      default -> kind.described();
    };
  }
}
