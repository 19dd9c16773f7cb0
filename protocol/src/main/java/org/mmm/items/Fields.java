package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object while it is being read: each is taken once by its name, and what nobody
 * took is unknown and kept.
 */
final class Fields {
  private final String path;
  private final Map<String, JsonNode> left = new LinkedHashMap<>();

  private Fields(String path) {
    this.path = path;
  }

  static Fields of(String path, JsonNode node) {
    if (!node.isObject()) {
      throw ItemException.of(path, "an object", node);
    }
    var fields = new Fields(path);
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!field.getValue().isNull()) {
        fields.left.put(field.getKey(), field.getValue());
      }
    }
    return fields;
  }

  String path() {
    return path;
  }

  boolean has(String name) {
    return left.containsKey(name);
  }

  /**
   * Takes a field.
   *
   * @param names its name, and the names that other editions have for it; only one may be there
   */
  Found take(String... names) {
    @Nullable String found = null;
    for (String name : names) {
      if (has(name) && found != null) {
        throw new ItemException(
            path + "." + found, "given once", "given as " + found + " and as " + name);
      }
      found = has(name) ? name : found;
    }
    return found == null
        ? new Found(path + "." + names[0], null)
        : new Found(path + "." + found, left.remove(found));
  }

  /** Takes an object, or nothing: then its fields are looked for here (the flat form). */
  Fields objectOrHere(String name) {
    return has(name) ? take(name).object() : this;
  }

  /** All that was not taken. */
  UnknownFields rest() {
    var rest = new UnknownFields(left);
    left.clear();
    return rest;
  }

  /** Takes what is around every Item, and all that was not taken. To be called last. */
  Envelope envelope(ItemType type) {
    return new Envelope(
        take("MInstanceID", "M-InstanceID").text(TextRule.ID),
        take("MEnvironmentID", "M-EnvironmentID").text(TextRule.ID),
        take(type.idKeys()).text(TextRule.ID),
        take("DescrMetadata").text(TextRule.DESCR_METADATA),
        rest());
  }
}
