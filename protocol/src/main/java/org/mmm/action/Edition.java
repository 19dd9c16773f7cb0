package org.mmm.action;

/** The editions of the standard whose verbs this project speaks, and whose HTTP form it serves. */
public enum Edition {
  /**
   * MMM-ARC V1.2, the edition of the paper: 30 Actions, complements At, By, From, Into, Of, To,
   * With.
   */
  ARC_1_2("MMM-ARC V1.2", "v1.2"),
  /** MMM-TEC V2.2, the living standard: 30 Actions, complements Nil, At, From, Of, To, With. */
  TEC_2_2("MMM-TEC V2.2", "v2.2");

  private final String title;
  private final String path;

  Edition(String title, String path) {
    this.title = title;
    this.path = path;
  }

  /** The name of the specification, for people. */
  public String title() {
    return title;
  }

  /** The segment after {@code /api/} in the MMM-API. */
  public String path() {
    return path;
  }
}
