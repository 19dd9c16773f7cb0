package org.mmm.items;

/**
 * How a Process came by a Right. The paper and V1 say Original where TEC says Internal: both names
 * are kept as they came, and {@link #canonical()} compares them.
 */
public enum Level implements WireName {
  /** Given by the M-Instance, in the paper's word. */
  ORIGINAL("Original"),
  /** Given by the M-Instance, in TEC's word. */
  INTERNAL("Internal"),
  /** Got on the Process's own initiative, for instance by a Transaction. */
  ACQUIRED("Acquired"),
  /** Conceded by another Process. */
  GRANTED("Granted");

  private final String wireName;

  Level(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }

  /** The same level by the name that MMM-TEC V2.2 gives it. */
  public Level canonical() {
    return this == ORIGINAL ? INTERNAL : this;
  }
}
