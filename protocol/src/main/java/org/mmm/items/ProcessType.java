package org.mmm.items;

/** What kind of Process a Process is. */
public enum ProcessType implements WireName {
  /** A Program that runs on a Device. */
  APP("App"),
  /** It captures and actuates at a U-Location. */
  DEVICE("Device"),
  /** It gives functions to other Processes. */
  SERVICE("Service"),
  /** It represents a human and acts for them. */
  USER("User");

  private final String wireName;

  ProcessType(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
