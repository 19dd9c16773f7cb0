package org.mmm.items;

/** What a Right or a Rule says about a Process Action (MMM-TEC V2.2, Rights). */
public enum DeonticVerb implements WireName {
  /** A permission. */
  MAY("May"),
  /** A prohibition; it prevails over a permission. */
  MAY_NOT("May Not"),
  /** An obligation; it permits nothing. */
  MUST("Must");

  private final String wireName;

  DeonticVerb(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
