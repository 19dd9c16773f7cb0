package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a text must be, said once for reading, for construction and for the message.
 *
 * @param least fewest UTF-16 code units, at least 0
 * @param most most UTF-16 code units
 */
record TextRule(int least, int most) {
  static final TextRule ID = new TextRule(1, Limits.ID);
  static final TextRule NAME = new TextRule(1, 128);
  static final TextRule TEXT = new TextRule(0, Limits.TEXT);
  static final TextRule DESCR_METADATA = new TextRule(0, Limits.DESCR_METADATA);

  String says() {
    return "a text of " + least + " to " + most + " characters";
  }

  String read(String path, JsonNode node) {
    if (!node.isTextual()) {
      throw ItemException.of(path, says(), node);
    }
    return check(path, node.textValue());
  }

  String check(String path, @Nullable String text) {
    if (text == null || text.length() < least || text.length() > most) {
      throw ItemException.of(path, says(), (Object) text);
    }
    return text;
  }

  /** As {@link #check}, but no text is fine too. */
  @Nullable String checkIfAny(String path, @Nullable String text) {
    return text == null ? null : check(path, text);
  }
}
