package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mmm.client.Json;

/** Writes what a node tells in JSON as people say it. */
final class Sentences {
  private static final List<String> ORDER = List.of("Nil", "At", "By", "From", "Of", "To", "With");

  private Sentences() {}

  /** An entry of an activity log: {@code User1 MM-Embed Persona1 At MM-Square}. */
  static String of(JsonNode entry) {
    return (Json.text(entry, "source", "?")
            + " "
            + Json.text(entry, "action", "?")
            + " "
            + complements(entry.path("complements")))
        .strip();
  }

  /** Complements in the order in which sentences have them; an Item itself by its type alone. */
  static String complements(JsonNode complements) {
    StringBuilder text = new StringBuilder();
    for (String slot : ORDER) {
      List<JsonNode> values = Json.list(complements, slot);
      if (values.isEmpty()) {
        values = Json.list(complements, slot.toLowerCase(Locale.ROOT));
      }
      if (!values.isEmpty()) {
        String list = values.stream().map(Sentences::value).collect(Collectors.joining(", "));
        text.append(slot.equals("Nil") ? "" : slot + " ").append(list).append(' ');
      }
    }
    return text.toString().strip();
  }

  private static String value(JsonNode value) {
    if (value.isValueNode()) {
      return value.asText();
    }
    String id = Json.text(value, "itemID", Json.text(value, "id", ""));
    JsonNode item = value.path("item").isObject() ? value.path("item") : value;
    return id.isEmpty() ? "[" + Json.text(item, "Header", "Item") + "]" : id;
  }
}
