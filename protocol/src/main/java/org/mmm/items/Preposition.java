package org.mmm.items;

/**
 * What a complement is to a Process Action. By and Into are of the V1 editions, Nil is the direct
 * object.
 */
public enum Preposition implements WireName {
  NIL("Nil"),
  AT("At"),
  BY("By"),
  FROM("From"),
  INTO("Into"),
  OF("Of"),
  TO("To"),
  WITH("With");

  private final String wireName;

  Preposition(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
