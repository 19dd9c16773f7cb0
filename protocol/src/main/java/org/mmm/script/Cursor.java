package org.mmm.script;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.script.Operand.Name;
import org.mmm.script.Token.Kind;

/** The tokens of a script with one token of lookahead, and the errors that any place can meet. */
final class Cursor {
  private final Lexer lexer;
  private @Nullable Token ahead;
  private int end;

  Cursor(String source) {
    this.lexer = new Lexer(source);
  }

  Token peek() {
    Token token = ahead;
    if (token == null) {
      token = lexer.next();
      ahead = token;
    }
    return token;
  }

  Token next() {
    Token token = peek();
    ahead = null;
    end = token.end();
    return token;
  }

  /** The index behind the last token taken. */
  int end() {
    return end;
  }

  boolean at(Kind kind) {
    return peek().is(kind);
  }

  boolean atWord(String word) {
    return peek().isWord(word);
  }

  boolean atLineEnd() {
    return at(Kind.LINE_END) || at(Kind.FILE_END);
  }

  /** Takes that word if it is next. */
  boolean took(String word) {
    if (!atWord(word)) return false;
    next();
    return true;
  }

  boolean took(Kind kind) {
    if (!at(kind)) return false;
    next();
    return true;
  }

  /** Takes the line end and gives the comment before it; {@code what} else could stand there. */
  Optional<String> lineEnd(String what) {
    if (!atLineEnd()) throw expected(what);
    String comment = next().text();
    return comment.isEmpty() ? Optional.empty() : Optional.of(comment.substring(1));
  }

  Token expect(Kind kind, String what) {
    if (!at(kind)) throw expected(what);
    return next();
  }

  void expectWord(String word) {
    if (!atWord(word)) {
      Token found = peek();
      throw SyntaxFailure.at(
          found.at(),
          "expected \"" + word + "\", found " + found.described(),
          found.is(Kind.WORD) ? Spelling.hint(found.text(), List.of(word)) : Optional.empty());
    }
    next();
  }

  /** Closes what that token opened, with the way out if it was opened on another line. */
  void expectClosed(Token open) {
    if (took(Kind.CLOSE_PAREN)) return;
    Token found = peek();
    String message = "expected \",\" or \")\", found " + found.described();
    if (found.at().line() == open.at().line() && !found.is(Kind.FILE_END)) {
      throw SyntaxFailure.at(found.at(), message);
    }
    String hint =
        "the \"(\" of line "
            + open.at().line()
            + ", column "
            + open.at().column()
            + " is not closed";
    throw found.is(Kind.FILE_END)
        ? SyntaxFailure.atEnd(found.at(), message, hint)
        : SyntaxFailure.at(found.at(), message, hint);
  }

  /** A name, and nothing but a name. */
  Name name(String what) {
    Token token = peek();
    if (token.is(Kind.QUOTED)) {
      next();
      return new Name(token.text(), true, token.at());
    }
    if (!token.is(Kind.WORD)) throw expected(what);
    refuseNotBuilt(token);
    boolean verb = Action.ofVerb(token.text()).isPresent();
    if (verb || Words.isReserved(token.text())) {
      throw SyntaxFailure.at(
          token.at(),
          "expected " + what + ", found the " + (verb ? "verb " : "word ") + token.described(),
          "a name that is spelled so stands in backticks: `" + token.text() + "`");
    }
    next();
    return new Name(token.text(), false, token.at());
  }

  void refuseNotBuilt(Token token) {
    if (token.is(Kind.WORD) && Words.NOT_BUILT.contains(token.text())) {
      throw SyntaxFailure.at(token.at(), "\"" + token.text() + "\" is reserved and not built yet");
    }
  }

  SyntaxFailure expected(String what) {
    Token found = peek();
    refuseNotBuilt(found);
    String message = "expected " + what + ", found " + found.described();
    if (found.is(Kind.FILE_END) && lexer.inParens()) {
      return SyntaxFailure.atEnd(found.at(), message, "a \"(\" is not closed");
    }
    return SyntaxFailure.at(found.at(), message);
  }

  /**
   * Goes to the line behind the error; where a forgotten parenthesis swallowed line ends, to the
   * line in which that was noticed.
   *
   * @param statementLine the line on which the faulty statement begins
   * @return the last visible character of the lines passed over, a blank if there is none
   */
  char recover(int statementLine) {
    Token token = ahead;
    ahead = null;
    if (token != null && (token.is(Kind.LINE_END) || token.is(Kind.FILE_END))) return ' ';
    if (token != null && lexer.line() > statementLine && lexer.beginsLine(token)) {
      lexer.rewindLine();
      return ' ';
    }
    return lexer.skipLine();
  }

  /** Passes over everything to the end of the block in which the reading stands. */
  void skipBlock() {
    int open = 1;
    boolean opened = false;
    while (open > 0) {
      try {
        Token token = next();
        if (token.is(Kind.FILE_END)) return;
        if (token.is(Kind.CLOSE_BRACE)) open--;
        if (token.is(Kind.LINE_END) && opened) open++;
        opened = token.is(Kind.OPEN_BRACE);
      } catch (SyntaxFailure unreadable) {
        if (lexer.skipLine() == '{') open++;
        opened = false;
      }
    }
  }
}
