package org.mmm.items;

/** How far a Transaction has come (MMM-TEC V2.2). */
public enum TransactionStatus implements WireName {
  /** Requested. */
  MODEL("Model"),
  /** Done. */
  FINAL("Final"),
  /** Begun, not yet done. */
  PENDING("Pending"),
  /** Refused; nothing has changed hands. */
  REJECTED("Rejected"),
  /** Could not be done; nothing has changed hands. */
  FAILED("Failed"),
  /** Withdrawn before it was done. */
  CANCELLED("Cancelled");

  private final String wireName;

  TransactionStatus(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
