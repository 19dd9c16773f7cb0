package org.mmm.script;

import java.util.Optional;

/**
 * One thing that is wrong in a script.
 *
 * @param line 1-based
 * @param column 1-based, in characters
 * @param message what is wrong, in one clause
 * @param hint the way out, in one clause
 */
public record ScriptError(int line, int column, String message, Optional<String> hint) {

  static ScriptError at(SourcePosition position, String message, Optional<String> hint) {
    return new ScriptError(position.line(), position.column(), message, hint);
  }

  /** Such as {@code line 12, column 8: unknown verb "MM-Embedz"; did you mean "MM-Embeds"?} */
  @Override
  public String toString() {
    String where = "line " + line + ", column " + column + ": ";
    return where + message + hint.map(h -> "; " + h).orElse("");
  }
}
