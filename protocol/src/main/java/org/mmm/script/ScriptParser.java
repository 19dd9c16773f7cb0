package org.mmm.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmm.script.StatementParser.Opened;
import org.mmm.script.Token.Kind;

/**
 * Reads MMM-Script. Goes on behind an error at the next line, so that a script's errors are
 * reported together, and stops at {@link ScriptLimits#ERRORS}.
 */
public final class ScriptParser {
  private final Cursor cursor;
  private final StatementParser statements;
  private final List<ScriptError> errors = new ArrayList<>();
  private boolean atEnd;

  private ScriptParser(String source) {
    this.cursor = new Cursor(source);
    this.statements = new StatementParser(source, cursor, this::block);
  }

  /**
   * Reads a whole script.
   *
   * @throws ScriptException with every error found, up to the limit
   */
  public static Script parse(String source) {
    List<ScriptError> tooLarge = SizeCheck.errors(source);
    if (!tooLarge.isEmpty()) throw new ScriptException(tooLarge, false);
    ScriptParser parser = new ScriptParser(source);
    List<Line> lines = parser.lines(0);
    if (parser.errors.isEmpty()) return new Script(lines);
    throw new ScriptException(parser.errors, parser.atEnd && parser.errors.size() == 1);
  }

  /** The lines up to a closing brace, which is left, or to the end of the script. */
  private List<Line> lines(int depth) {
    List<Line> lines = new ArrayList<>();
    while (errors.size() < ScriptLimits.ERRORS) {
      int lineNumber = 0;
      try {
        Token first = cursor.peek();
        lineNumber = first.at().line();
        boolean nothing = first.is(Kind.FILE_END) && first.text().isEmpty();
        if (nothing || (first.is(Kind.CLOSE_BRACE) && depth > 0)) return lines;
        lines.add(statements.line(depth));
        if (first.is(Kind.FILE_END)) return lines;
      } catch (SyntaxFailure failure) {
        report(failure);
        if (cursor.recover(lineNumber) == '{') skipBlock(depth + 1);
      }
    }
    return lines;
  }

  private Opened block(Token header, int depth) {
    if (cursor.at(Kind.OPEN_BRACE) && depth >= ScriptLimits.BLOCK_DEPTH) {
      throw SyntaxFailure.at(
          cursor.peek().at(), "blocks nest deeper than " + ScriptLimits.BLOCK_DEPTH);
    }
    cursor.expect(Kind.OPEN_BRACE, "\"{\"");
    int headerEnd = cursor.end();
    Optional<String> comment = Optional.empty();
    try {
      comment = cursor.lineEnd("the end of the line after \"{\"");
    } catch (SyntaxFailure failure) {
      report(failure);
      boolean closed = cursor.recover(header.at().line()) == '}';
      if (closed) return new Opened(new Block(List.of(), comment), comment, headerEnd);
    }
    List<Line> lines = lines(depth + 1);
    if (!cursor.at(Kind.CLOSE_BRACE)) {
      throw SyntaxFailure.atEnd(
          header.at(), "the block that begins here is not closed", "end it with a line \"}\"");
    }
    cursor.next();
    Block block = new Block(lines, cursor.lineEnd("the end of the line after \"}\""));
    return new Opened(block, comment, headerEnd);
  }

  /** Passes over the body of a block whose first line was faulty, for the errors in it. */
  private void skipBlock(int depth) {
    if (depth > ScriptLimits.BLOCK_DEPTH) {
      cursor.skipBlock();
      return;
    }
    lines(depth);
    try {
      if (cursor.took(Kind.CLOSE_BRACE)) cursor.lineEnd("the end of the line after \"}\"");
    } catch (SyntaxFailure failure) {
      report(failure);
      cursor.recover(0);
    }
  }

  private void report(SyntaxFailure failure) {
    if (errors.size() < ScriptLimits.ERRORS) errors.add(failure.error());
    atEnd = failure.atEnd();
  }
}
