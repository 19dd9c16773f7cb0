package org.mmm.script;

/** What a Right says about its Process Action. */
public enum Deontic {
  MAY("May"),
  MAY_NOT("May Not"),
  MUST("Must");

  private final String words;

  Deontic(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
