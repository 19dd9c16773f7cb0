package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value that an Item cannot hold. The message is one line for people: {@code PersonalProfile.Age:
 * must be a number from 0 to 150, was "x"}.
 */
public final class ItemException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 120;
  private static final int SHOWN_PATH = 200;

  private final String path;
  private final String rule;
  private final String value;

  /**
   * @param path where, beginning with the data type: {@code Room.Side}
   * @param rule what it must be, to be read after "must be": {@code a number from 1 to 1000}
   * @param value what it was, as it shall be shown; cut after 120 characters
   */
  public ItemException(String path, String rule, String value) {
    super(line(path, SHOWN_PATH) + ": must be " + rule + ", was " + line(value, SHOWN));
    this.path = path;
    this.rule = rule;
    this.value = value;
  }

  /** Shows a value of JSON as JSON, and an absent one as "missing". */
  static ItemException of(String path, String rule, @Nullable JsonNode value) {
    return new ItemException(path, rule, value == null ? "missing" : value.toString());
  }

  /** Shows a text in quotes, and anything else as it prints itself. */
  static ItemException of(String path, String rule, @Nullable Object value) {
    if (value instanceof JsonNode node) {
      return of(path, rule, node);
    }
    return new ItemException(
        path,
        rule,
        value == null ? "missing" : value instanceof String s ? "\"" + s + "\"" : value.toString());
  }

  /** Where: the data type and the fields down to the value. */
  public String path() {
    return path;
  }

  /** What the value must be. */
  public String rule() {
    return rule;
  }

  /** What it was, as shown, uncut. */
  public String value() {
    return value;
  }

  private static String line(String text, int most) {
    String flat =
        text.codePoints()
            .limit(most + 1L)
            .mapToObj(c -> Character.isISOControl(c) ? " " : Character.toString(c))
            .collect(Collectors.joining());
    return flat.codePointCount(0, flat.length()) <= most
        ? flat
        : flat.substring(0, flat.offsetByCodePoints(0, most)) + "...";
  }
}
