package org.mmm.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mmm.client.Json;

/**
 * An Item in an answer or in the log, of which only the ID matters.
 *
 * @param kind such as Rights; empty for a bare ID
 */
record ItemRef(String kind, String id) {
  private static final Set<String> NOT_ITS_OWN =
      Set.of("MInstanceID", "MEnvironmentID", "UEnvironmentID", "humanID", "HumanID");

  /** Reads an ID, an {@code {itemID, status}} or an Item, whose own ID comes first of its IDs. */
  static Optional<ItemRef> of(JsonNode node) {
    if (node.isTextual()) {
      return Optional.of(new ItemRef("", node.asText()));
    }
    String named = Json.text(node, "itemID");
    if (named == null) {
      named = Json.text(node, "id");
    }
    if (named != null) {
      return Optional.of(new ItemRef("", named));
    }
    if (node.path("item").isObject()) {
      return of(node.path("item"));
    }
    Iterator<Map.Entry<String, JsonNode>> fields = node.fields();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      String name = field.getKey();
      if (name.endsWith("ID") && field.getValue().isTextual() && !NOT_ITS_OWN.contains(name)) {
        return Optional.of(
            new ItemRef(name.substring(0, name.length() - 2), field.getValue().asText()));
      }
    }
    return Optional.empty();
  }

  /** The kind that the Header of an Item in a request tells; empty if unknown. */
  static String kindOf(JsonNode item) {
    String header = Json.text(item, "Header", "");
    return Items.kindOf(header);
  }
}
