package org.mmm.conformance;

/**
 * How it went with one rule.
 *
 * @param rule what an M-Instance does, read after "The M-Instance ..."
 * @param verdict whether it does
 * @param found what it did, one line
 */
public record CaseResult(String rule, Verdict verdict, String found) {
  /** Whether a rule holds. */
  public enum Verdict {
    HOLDS,
    BROKEN,
    /** It could not be looked at. */
    SKIPPED
  }
}
