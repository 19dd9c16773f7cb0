package org.mmm.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mmm.action.Action;
import org.mmm.action.Preposition;
import org.mmm.client.Json;

/**
 * The complements of an entry of the activity log.
 *
 * @param complements by preposition, in any case of the first letter
 * @param destination the Service or Process that was asked
 */
record Logged(JsonNode complements, String destination) {
  static Logged of(JsonNode entry) {
    return new Logged(entry.path("complements"), Json.text(entry, "destination", ""));
  }

  /**
   * The IDs that stand where the sentence has {@code preposition}, whichever edition it was asked
   * in: To and At are one slot, an Item sent With is its object, and the holder of changed Rights
   * is Of in one edition and Nil in the other.
   */
  List<String> at(Action action, Preposition preposition) {
    return switch (preposition) {
      case AT, TO -> ids("At", "To");
      case NIL -> action == Action.CHANGE ? ids("With", "Nil") : ids("Nil", "With");
      case OF -> ids("Of", "Nil");
      case BY -> destination.isEmpty() ? ids("By") : List.of(destination);
      case WITH, FROM, INTO -> ids(preposition.wireName());
    };
  }

  private List<String> ids(String... slots) {
    List<String> ids = new ArrayList<>();
    for (String slot : slots) {
      for (JsonNode value : values(slot)) {
        ItemRef.of(value).ifPresent(ref -> ids.add(ref.id()));
      }
    }
    return ids;
  }

  private List<JsonNode> values(String slot) {
    List<JsonNode> values = Json.list(complements, slot);
    return values.isEmpty() ? Json.list(complements, slot.toLowerCase(Locale.ROOT)) : values;
  }
}
