package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a text must be, said once for reading, for construction and for the message.
 *
 * @param least fewest UTF-16 code units, at least 0
 * @param most most UTF-16 code units
 */
record TextRule(int least, int most) {
  private static final int FIRST_SURROGATE = 0xD800;
  private static final int LAST_SURROGATE = 0xDFFF;

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
    checkUnicode(path, text);
    return text;
  }

  /** A copy of a list of such texts. */
  List<String> checkAll(String path, List<String> texts) {
    texts.forEach(text -> check(path, text));
    return Limits.list(path, texts);
  }

  /** Half a surrogate pair can be written in JSON but has no UTF-8 form: nothing could store it. */
  static void checkUnicode(String path, String text) {
    if (text.codePoints().anyMatch(c -> c >= FIRST_SURROGATE && c <= LAST_SURROGATE)) {
      throw new ItemException(path, "a text in Unicode", "half a surrogate pair");
    }
  }

  /** As {@link #check}, but no text is fine too. */
  @Nullable String checkIfAny(String path, @Nullable String text) {
    return text == null ? null : check(path, text);
  }
}
