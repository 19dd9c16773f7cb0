package org.mmm.script;

import java.util.Optional;

/** Carries one error from where it is found to the loop over lines, which collects and goes on. */
final class SyntaxFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ScriptError error;
  private final boolean atEnd;

  private SyntaxFailure(ScriptError error, boolean atEnd) {
    super(error.toString(), null, false, false); // no stack trace: it never leaves the parser
    this.error = error;
    this.atEnd = atEnd;
  }

  static SyntaxFailure at(SourcePosition position, String message) {
    return new SyntaxFailure(ScriptError.at(position, message, Optional.empty()), false);
  }

  static SyntaxFailure at(SourcePosition position, String message, String hint) {
    return at(position, message, Optional.of(hint));
  }

  static SyntaxFailure at(SourcePosition position, String message, Optional<String> hint) {
    return new SyntaxFailure(ScriptError.at(position, message, hint), false);
  }

  /** The text ended too early. */
  static SyntaxFailure atEnd(SourcePosition position, String message, String hint) {
    return new SyntaxFailure(ScriptError.at(position, message, Optional.of(hint)), true);
  }

  ScriptError error() {
    return error;
  }

  boolean atEnd() {
    return atEnd;
  }
}
