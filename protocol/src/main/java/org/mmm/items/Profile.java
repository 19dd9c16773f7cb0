package org.mmm.items;

/** The functional Profile that an M-Instance supports. */
public enum Profile implements WireName {
  BASELINE("Baseline"),
  FINANCE("Finance"),
  MANAGEMENT("Management"),
  HIGH("High");

  private final String wireName;

  Profile(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
