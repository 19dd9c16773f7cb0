package org.mmm.script;

import java.math.BigDecimal;
import org.mmm.script.Token.Kind;

/**
 * Cuts a script into tokens, one at a time. Line ends inside parentheses and payloads are blanks;
 * comments go with the line end behind them.
 */
final class Lexer {
  private final String source;
  private final char[] chars;
  private int index;
  private int line = 1;
  private int lineStart;

  /** Columns count characters, not UTF-16 units: the column is known at this index of the line. */
  private int columnIndex;

  private int column = 1;
  private int parens;

  /** Whether the last token was a NAME, so that a brace behind it opens a payload. */
  private boolean afterName;

  /** The comments since the last line end; those within parentheses are joined. */
  private boolean commented;

  private final StringBuilder comment = new StringBuilder();

  Lexer(String source) {
    this.source = source;
    this.chars = source.toCharArray();
    if (source.startsWith("\uFEFF")) {
      index = 1;
      lineStart = 1;
      columnIndex = 1;
    }
  }

  Token next() {
    boolean mayOpenPayload = afterName;
    int before = index;
    skipBlanks();
    afterName = false;
    int start = index;
    if (start >= source.length()) return lineEnd(Kind.FILE_END, start);
    char c = source.charAt(start);
    if (c == '\n') {
      Token end = lineEnd(Kind.LINE_END, start + 1);
      newLine(start + 1);
      return end;
    }
    if (Words.letterAt(source, start)) return word(start);
    if (Words.digitAt(source, start) || (c == '-' && Words.digitAt(source, start + 1))) {
      return number(start);
    }
    return switch (c) {
      case '`' -> quoted(start);
      case '"' -> text(start);
      case '{' ->
          mayOpenPayload && start == before
              ? payload(start)
              : token(Kind.OPEN_BRACE, "{", start, start + 1);
      case '(' -> paren(start);
      case ')' -> {
        parens = Math.max(0, parens - 1);
        yield token(Kind.CLOSE_PAREN, ")", start, start + 1);
      }
      case '}' -> token(Kind.CLOSE_BRACE, "}", start, start + 1);
      case ',' -> token(Kind.COMMA, ",", start, start + 1);
      case ';' -> token(Kind.SEMICOLON, ";", start, start + 1);
      case '=' ->
          source.startsWith("=>", start)
              ? token(Kind.ARROW, "=>", start, start + 2)
              : token(Kind.EQUALS, "=", start, start + 1);
      case '.' -> {
        if (source.startsWith("..", start)) yield token(Kind.RANGE, "..", start, start + 2);
        throw unexpected(start);
      }
      default -> throw unexpected(start);
    };
  }

  /**
   * Goes on behind the end of the line on which the reading stands, out of all parentheses.
   *
   * @return the last visible character of that line, which tells whether it opened or closed a
   *     block; a blank if there is none
   */
  char skipLine() {
    char last = ' ';
    boolean inText = false;
    int i = lineStart;
    for (; i < source.length() && source.charAt(i) != '\n'; i++) {
      char c = source.charAt(i);
      if (inText && c == '\\') i += i + 1 < source.length() && chars[i + 1] != '\n' ? 1 : 0;
      else if (c == '"') inText = !inText;
      else if (c == '#' && !inText) break;
      else if (!Character.isWhitespace(c)) last = inText ? '"' : c;
    }
    int end = source.indexOf('\n', i);
    restart(end < 0 ? source.length() : end + 1, end < 0 ? line : line + 1);
    return last;
  }

  /** Reads again from the beginning of the line on which the reading stands. */
  void rewindLine() {
    restart(lineStart, line);
  }

  /** The position of that index, which is not before any asked for on its line. */
  SourcePosition position(int at) {
    if (at < columnIndex) return new SourcePosition(line, source.codePointCount(lineStart, at) + 1);
    column += source.codePointCount(columnIndex, at);
    columnIndex = at;
    return new SourcePosition(line, column);
  }

  int line() {
    return line;
  }

  boolean inParens() {
    return parens > 0;
  }

  boolean beginsLine(Token token) {
    return token.start() >= lineStart && source.substring(lineStart, token.start()).isBlank();
  }

  private void restart(int at, int atLine) {
    parens = 0;
    afterName = false;
    commented = false;
    comment.setLength(0);
    index = at;
    line = atLine;
    lineStart = at;
    columnIndex = at;
    column = 1;
  }

  private void goToLineOf(int end) {
    for (int i = index; i < end; i++) if (chars[i] == '\n') newLine(i + 1);
  }

  private void newLine(int start) {
    index = start;
    line++;
    lineStart = start;
    columnIndex = start;
    column = 1;
  }

  private void skipBlanks() {
    while (index < source.length()) {
      char c = source.charAt(index);
      if (c == ' ' || c == '\t' || c == '\r') {
        index++;
      } else if (c == '\n' && parens > 0) {
        newLine(index + 1);
      } else if (c == '#') {
        int end = source.indexOf('\n', index);
        end = end < 0 ? source.length() : end;
        String text = source.substring(index + 1, end).strip();
        if (comment.length() > 0 && !text.isEmpty()) comment.append(" # ");
        comment.append(text);
        commented = true;
        index = end;
      } else {
        return;
      }
    }
  }

  private Token lineEnd(Kind kind, int end) {
    String text = commented ? "#" + comment : "";
    commented = false;
    comment.setLength(0);
    return token(kind, text, index, end);
  }

  private Token word(int start) {
    int end = Words.end(source, start);
    String word = source.substring(start, end);
    afterName = !Words.isReserved(word);
    return token(Kind.WORD, word, start, end);
  }

  private Token quoted(int start) {
    int end = source.indexOf('`', start + 1);
    String name = end < 0 ? "" : source.substring(start + 1, end);
    if (!Operands.isQuotable(name)) {
      throw SyntaxFailure.at(
          position(start), "a name in backticks is not closed", "close it with ` on the same line");
    }
    afterName = true;
    return token(Kind.QUOTED, name, start, end + 1);
  }

  private Token text(int start) {
    TextReader reader = new TextReader(source, start, this::position);
    String text = reader.read();
    return token(Kind.TEXT, text, start, reader.end());
  }

  private Token payload(int start) {
    SourcePosition at = position(start);
    ScriptJson.Read read;
    try {
      read = ScriptJson.read(chars, start, at);
    } catch (SyntaxFailure failure) {
      goToLineOf(Balance.end(source, start)); // so that its other lines are not taken for sentences
      throw failure;
    }
    goToLineOf(read.end());
    index = read.end();
    return new Token(Kind.JSON, "", null, read.json(), start, read.end(), at);
  }

  private Token paren(int start) {
    if (++parens > ScriptLimits.PAREN_DEPTH) {
      throw SyntaxFailure.at(
          position(start), "parentheses nest deeper than " + ScriptLimits.PAREN_DEPTH);
    }
    return token(Kind.OPEN_PAREN, "(", start, start + 1);
  }

  private Token number(int start) {
    int end = digits(start + 1);
    if (source.startsWith(".", end) && Words.digitAt(source, end + 1)) end = digits(end + 1);
    int unitEnd = end;
    while (Words.letterAt(source, unitEnd)) unitEnd++;
    String suffix = source.substring(end, unitEnd);
    if (unitEnd - start > ScriptLimits.NUMBER_LENGTH) {
      throw SyntaxFailure.at(
          position(start),
          "a number of " + (unitEnd - start) + " characters",
          "numbers have at most " + ScriptLimits.NUMBER_LENGTH);
    }
    TimeUnit unit = TimeUnit.of(suffix).orElse(null);
    if (unit == null && !suffix.isEmpty()) {
      throw SyntaxFailure.at(
          position(end),
          "unknown unit \"" + suffix + "\"",
          "the units are ms, s, m and h; a measure such as EUR has a blank before it");
    }
    String digits = new BigDecimal(source.substring(start, end)).toPlainString();
    Token read = token(Kind.NUMBER, digits, start, unitEnd);
    return unit == null
        ? read
        : new Token(Kind.NUMBER, digits, unit, null, start, unitEnd, read.at());
  }

  private int digits(int from) {
    int i = from;
    while (Words.digitAt(source, i)) i++;
    return i;
  }

  private SyntaxFailure unexpected(int at) {
    int c = source.codePointAt(at);
    boolean visible =
        Character.isDefined(c)
            && c > ' '
            && !Character.isSpaceChar(c)
            && !Character.isISOControl(c)
            && Character.getType(c) != Character.SURROGATE;
    String shown = visible ? "\"" + Character.toString(c) + "\"" : String.format("U+%04X", c);
    return SyntaxFailure.at(position(at), "unexpected character " + shown);
  }

  private Token token(Kind kind, String text, int start, int end) {
    index = end;
    return new Token(kind, text, null, null, start, end, position(start));
  }
}
