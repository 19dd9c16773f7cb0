package org.mmm.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;

/** What goes in and out, as schemas: the resource {@code schemas.json}. */
final class OpenApiSchemas {
  private static final String BEGIN = "#/components/schemas/";

  private OpenApiSchemas() {}

  /** The schemas that these paths name, and those that are named in these. */
  static ObjectNode namedIn(JsonNode paths) {
    ObjectNode all = all();
    Set<String> named = new TreeSet<>();
    Deque<JsonNode> unread = new ArrayDeque<>(Set.of(paths));
    while (!unread.isEmpty()) {
      for (String ref : unread.pop().findValuesAsText("$ref")) {
        String name = ref.substring(BEGIN.length());
        if (named.add(name)) unread.push(all.required(name));
      }
    }
    ObjectNode found = JsonNodeFactory.instance.objectNode();
    named.forEach(name -> found.set(name, all.get(name)));
    return found;
  }

  private static ObjectNode all() {
    try (InputStream in = OpenApiSchemas.class.getResourceAsStream("schemas.json")) {
      if (in == null) throw new IllegalStateException("schemas.json is missing in this program");
      return (ObjectNode) new JsonMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
