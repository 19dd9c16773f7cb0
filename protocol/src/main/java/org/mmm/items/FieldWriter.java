package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes one object in the order of the standard's tables; what is null or empty is left out. */
final class FieldWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Largest magnitude below which a double that is whole is written without a fraction. */
  private static final double WHOLE = 1e15;

  private final ObjectNode object = NODES.objectNode();
  private final UnknownFields unknown;
  private final @Nullable String descrMetadata;

  private FieldWriter(UnknownFields unknown, @Nullable String descrMetadata) {
    this.unknown = unknown;
    this.descrMetadata = descrMetadata;
  }

  /** Begins an object inside an Item. */
  static FieldWriter part(UnknownFields unknown) {
    return new FieldWriter(unknown, null);
  }

  /** Begins an Item: the Header of its type, and what is around its content. */
  static FieldWriter item(ItemType type, Envelope envelope) {
    return item(type, type.header(), envelope);
  }

  /** Begins an Item with a Header of its own. */
  static FieldWriter item(ItemType type, @Nullable String header, Envelope envelope) {
    return new FieldWriter(envelope.unknown(), envelope.descrMetadata())
        .put("Header", header)
        .put("MInstanceID", envelope.mInstanceId())
        .put("MEnvironmentID", envelope.mEnvironmentId())
        .put(type.idKeys()[0], envelope.id());
  }

  FieldWriter put(String name, @Nullable String text) {
    return put(name, text == null ? null : NODES.textNode(text));
  }

  FieldWriter put(String name, @Nullable Double number) {
    return put(name, number == null ? null : number(number));
  }

  FieldWriter put(String name, BigDecimal number) {
    return put(name, (JsonNode) NODES.numberNode(number));
  }

  FieldWriter put(String name, boolean flag) {
    return put(name, NODES.booleanNode(flag));
  }

  FieldWriter put(String name, @Nullable WireName word) {
    return put(name, word == null ? null : word.wireName());
  }

  FieldWriter put(String name, @Nullable Item item) {
    return put(name, item == null ? null : item.json());
  }

  FieldWriter put(String name, @Nullable JsonNode value) {
    if (value != null) {
      object.set(name, value);
    }
    return this;
  }

  <T> FieldWriter list(String name, List<T> entries, Function<T, JsonNode> entry) {
    return entries.isEmpty() ? this : put(name, array(entries, entry));
  }

  FieldWriter texts(String name, List<String> entries) {
    return list(name, entries, NODES::textNode);
  }

  /** The object, with the unknown fields after the known ones and DescrMetadata last. */
  ObjectNode done() {
    unknown
        .fields()
        .forEach(
            (name, value) -> {
              if (!object.has(name)) {
                object.set(name, value.deepCopy());
              }
            });
    return put("DescrMetadata", descrMetadata).object;
  }

  static <T> ArrayNode array(List<T> entries, Function<T, JsonNode> entry) {
    ArrayNode array = NODES.arrayNode(entries.size());
    entries.forEach(e -> array.add(entry.apply(e)));
    return array;
  }

  static ArrayNode numbers(double... numbers) {
    ArrayNode array = NODES.arrayNode(numbers.length);
    for (double number : numbers) {
      array.add(number(number));
    }
    return array;
  }

  /** An object of one ID. */
  static ObjectNode id(String name, String id) {
    return part(UnknownFields.NONE).put(name, id).object;
  }

  static JsonNode number(double number) {
    return number == Math.rint(number) && Math.abs(number) < WHOLE
        ? NODES.numberNode((long) number)
        : NODES.numberNode(number);
  }
}
