package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of an object that this project does not know, kept as they came so that they can be
 * written back. A name that is known is never written from here.
 *
 * @param fields by name, in their order; copied, and not to be changed
 */
public record UnknownFields(Map<String, JsonNode> fields) {
  /** No unknown fields. */
  public static final UnknownFields NONE = new UnknownFields(Map.of());

  public UnknownFields {
    Map<String, JsonNode> copy = new LinkedHashMap<>();
    fields.forEach((name, value) -> copy.put(name, value.deepCopy()));
    fields = Collections.unmodifiableMap(copy);
  }
}
