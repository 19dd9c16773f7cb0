package org.mmm.doctor;

/**
 * One thing that was looked at.
 *
 * @param what was looked at
 * @param level how it is
 * @param state what was found, one line
 * @param wayOut what to do; empty if it is well
 */
public record Check(String what, Level level, String state, String wayOut) {
  /** How well it is, the best first. */
  public enum Level {
    ok,
    /** It works, and will not for long, or not as it should. */
    warn,
    fail
  }

  public Check {
    if (level == Level.ok && !wayOut.isEmpty()) {
      throw new IllegalArgumentException("what is well needs no way out: " + what);
    }
  }

  public static Check ok(String what, String state) {
    return new Check(what, Level.ok, state, "");
  }

  public static Check warn(String what, String state, String wayOut) {
    return new Check(what, Level.warn, state, wayOut);
  }

  public static Check fail(String what, String state, String wayOut) {
    return new Check(what, Level.fail, state, wayOut);
  }
}
