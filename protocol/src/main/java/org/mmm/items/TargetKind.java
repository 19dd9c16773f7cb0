package org.mmm.items;

/** What a complement names. */
public enum TargetKind implements WireName {
  PROCESS("Process"),
  ITEM("Item");

  private final String wireName;

  TargetKind(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
