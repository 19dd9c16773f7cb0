package org.mmm.script;

import java.util.function.IntFunction;

/** Reads one text in double quotes: JSON's escapes, names in braces. */
final class TextReader {
  private final String source;
  private final int start;
  private final IntFunction<SourcePosition> position;
  private int index;

  TextReader(String source, int start, IntFunction<SourcePosition> position) {
    this.source = source;
    this.start = start;
    this.position = position;
    this.index = start + 1;
  }

  /** The template between the quotes. */
  String read() {
    SourcePosition at = position.apply(start);
    StringBuilder text = new StringBuilder();
    while (true) {
      if (index >= source.length() || source.charAt(index) == '\n') {
        throw SyntaxFailure.at(
            at, "a text is not closed", "close it with \" on the same line; \\n is a line end");
      }
      char c = source.charAt(index++);
      if (c == '"') break;
      text.append(c == '\\' ? escaped() : c);
    }
    try {
      Interpolation.check(text.toString());
    } catch (IllegalArgumentException e) {
      throw SyntaxFailure.at(at, String.valueOf(e.getMessage()));
    }
    return text.toString();
  }

  /** The index behind the closing quote. */
  int end() {
    return index;
  }

  private char escaped() {
    char c = index < source.length() ? source.charAt(index++) : '\n';
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw unknown();
    };
  }

  private char unicode() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = index < source.length() ? Character.digit(source.charAt(index++), 16) : -1;
      if (digit < 0) throw unknown();
      value = value * 16 + digit;
    }
    return (char) value;
  }

  private SyntaxFailure unknown() {
    int backslash = source.lastIndexOf('\\', index - 1);
    return SyntaxFailure.at(
        position.apply(backslash),
        "unknown escape in a text",
        "the escapes are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hex digits");
  }
}
