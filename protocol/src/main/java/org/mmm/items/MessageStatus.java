package org.mmm.items;

/**
 * Whether the receiver of an IPP Message could perform what it asks (MMM-TEC V2.1); why a Process
 * Action itself failed is said in the Process Action.
 */
public enum MessageStatus implements WireName {
  /** Performed, or taken note of. */
  ACK("Ack"),
  /** Surely not performed. */
  UNABLE("Unable"),
  /** A Transaction of Value is needed first. */
  VALUE_RQ("ValueRQ"),
  /** A conversion failed. */
  CONV_FAIL("ConvFail");

  private final String wireName;

  MessageStatus(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
