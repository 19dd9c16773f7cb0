package org.mmm.action;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/**
 * The word before a complement. {@code Nil} marks the direct object (MMM-TEC V2.0 on); {@code By}
 * and {@code Into} are ARC's alone.
 */
public enum Preposition {
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

  @JsonValue
  public String wireName() {
    return wireName;
  }

  /** The preposition written so, exactly; none if there is no such word. */
  public static Optional<Preposition> of(String word) {
    return Arrays.stream(values()).filter(p -> p.wireName.equals(word)).findFirst();
  }

  @JsonCreator
  static Preposition parse(String word) {
    return of(word)
        .orElseThrow(
            () -> new IllegalArgumentException("no preposition is called \"" + word + "\""));
  }
}
