package org.mmm.script;

import java.util.Arrays;
import java.util.Optional;

/** How a Right came to its holder. {@code Original} is ARC's word for TEC's {@code Internal}. */
public enum RightLevel {
  ORIGINAL("Original"),
  INTERNAL("Internal"),
  GRANTED("Granted"),
  ACQUIRED("Acquired");

  private final String word;

  RightLevel(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  static Optional<RightLevel> of(String word) {
    return Arrays.stream(values()).filter(level -> level.word.equals(word)).findFirst();
  }
}
