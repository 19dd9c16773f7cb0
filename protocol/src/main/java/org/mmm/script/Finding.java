package org.mmm.script;

/**
 * What {@link ScriptChecker} found in a script whose syntax is right.
 *
 * @param severity whether the script can still do what it says
 * @param error where, what, and the way out
 */
public record Finding(Severity severity, ScriptError error) {
  public enum Severity {
    ERROR,
    WARNING
  }

  /** Such as {@code warning: line 3, column 7: ...}. */
  @Override
  public String toString() {
    return (severity == Severity.ERROR ? "error: " : "warning: ") + error;
  }
}
