package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The JSON files that say what each Item looks like on the wire. */
final class Golden {
  private Golden() {}

  /** The full form: as it is written. */
  static JsonNode full(ItemType type) {
    return json(type.javaType().getSimpleName() + ".json");
  }

  /** The shortest form that is read as the same content. */
  static JsonNode brief(ItemType type) {
    return json(type.javaType().getSimpleName() + ".short.json");
  }

  static Item item(ItemType type) {
    return ItemJson.read(type.javaType(), full(type));
  }

  private static JsonNode json(String file) {
    try (InputStream in = Golden.class.getResourceAsStream(file)) {
      return ItemJson.newMapper().readTree(Objects.requireNonNull(in, file + " is missing"));
    } catch (IOException e) {
      throw new AssertionError(file, e);
    }
  }
}
