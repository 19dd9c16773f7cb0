package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An Item or its ID: the standard's way to name an Item inside another.
 *
 * @param id the ID, of 1 to 128 characters; null when the Item itself is here
 * @param item the Item; null when only its ID is here
 * @param unknown the other fields beside it
 * @param <T> the Item's type
 */
public record Ref<T extends Item>(@Nullable String id, @Nullable T item, UnknownFields unknown) {
  public Ref {
    TextRule.ID.checkIfAny("Ref.id", id);
    if ((id == null) == (item == null)) {
      throw new ItemException("Ref", "either an Item or an ID", id == null ? "neither" : "both");
    }
  }

  /** By ID. */
  public static <T extends Item> Ref<T> to(String id) {
    return new Ref<>(id, null, UnknownFields.NONE);
  }

  /** The Item itself. */
  public static <T extends Item> Ref<T> of(T item) {
    return new Ref<>(null, item, UnknownFields.NONE);
  }

  /** Reads {@code {name: Item}}, {@code {nameID: ID}} or, shortest, the ID alone. */
  static <T extends Item> Ref<T> read(Found at, String name, Class<T> type) {
    JsonNode node = at.node();
    if (node != null && node.isTextual()) {
      return to(at.needText(TextRule.ID));
    }
    Fields in = at.object();
    if (in.has(name) == in.has(name + "ID")) {
      throw ItemException.of(
          at.path(), "an object with either " + name + " or " + name + "ID", node);
    }
    return new Ref<>(in.take(name + "ID").text(TextRule.ID), in.take(name).item(type), in.rest());
  }

  JsonNode json(String name) {
    return FieldWriter.part(unknown).put(name + "ID", id).put(name, item).done();
  }
}
