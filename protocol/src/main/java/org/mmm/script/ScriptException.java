package org.mmm.script;

import java.util.List;
import java.util.stream.Collectors;

/** A text that is not MMM-Script, with all that was found wrong in it, in the order of the text. */
public final class ScriptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<ScriptError> errors;
  private final boolean atEnd;

  ScriptException(List<ScriptError> errors, boolean atEnd) {
    super(errors.stream().map(ScriptError::toString).collect(Collectors.joining("\n")));
    this.errors = List.copyOf(errors);
    this.atEnd = atEnd;
  }

  /** At least one, at most {@link ScriptLimits#ERRORS}. */
  public List<ScriptError> errors() {
    return errors;
  }

  /**
   * Whether the only thing wrong is that the text ends inside a block, parentheses or a payload: a
   * prompt may ask for one more line.
   */
  public boolean atEnd() {
    return atEnd;
  }
}
