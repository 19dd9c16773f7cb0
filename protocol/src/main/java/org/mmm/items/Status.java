package org.mmm.items;

/** Whether an Item or a Process Action named in it is a request or in force. */
public enum Status implements WireName {
  /** Requested, or a template. */
  MODEL("Model"),
  /** In force. */
  FINAL("Final");

  private final String wireName;

  Status(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
