package org.mmm.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Preposition;
import org.mmm.items.Complement;
import org.mmm.items.Item;
import org.mmm.items.ItemException;
import org.mmm.items.ItemJson;
import org.mmm.pa.Complements;
import org.mmm.pa.Faults;
import org.mmm.pa.With;

/** The complements of a sentence as a Process Action Item has them. */
final class SentenceJson {
  private SentenceJson() {}

  /** An array of one-name objects; what stands after With is elsewhere. */
  static ArrayNode slots(Complements c) {
    ArrayNode slots = JsonNodeFactory.instance.arrayNode();
    for (Preposition preposition : Preposition.values()) {
      if (preposition == Preposition.WITH || preposition == Preposition.INTO) continue;
      c.ids(preposition).forEach(id -> slots.addObject().put(preposition.wireName(), id));
    }
    return slots;
  }

  static Complements complements(List<Complement> slots) {
    Map<Preposition, List<String>> ids = new TreeMap<>();
    for (Complement slot : slots) {
      ids.computeIfAbsent(slot.preposition(), p -> new ArrayList<>()).add(slot.id());
    }
    return new Complements(
        one(ids, Preposition.NIL),
        ids.getOrDefault(Preposition.AT, List.of()),
        ids.getOrDefault(Preposition.BY, List.of()),
        ids.getOrDefault(Preposition.FROM, List.of()),
        ids.getOrDefault(Preposition.TO, List.of()),
        one(ids, Preposition.OF),
        List.of());
  }

  static ArrayNode with(List<With> all) {
    ArrayNode with = JsonNodeFactory.instance.arrayNode();
    for (With one : all) {
      if (one instanceof With.Named n) {
        with.addObject().put("itemID", n.id()).put("status", n.model() ? "Model" : "Final");
      } else if (one instanceof With.Inline i) {
        with.add(i.item());
      }
    }
    return with;
  }

  static List<With> with(@Nullable JsonNode array) {
    if (array == null) return List.of();
    if (!array.isArray() || array.size() > Faults.WITH) {
      throw new IllegalArgumentException("With must be an array of at most " + Faults.WITH);
    }
    List<With> all = new ArrayList<>();
    for (JsonNode one : array) {
      if (!(one instanceof ObjectNode object)) {
        throw new IllegalArgumentException("With holds objects, not " + one.getNodeType());
      }
      all.add(object.has("itemID") && !object.has("Header") ? named(object) : inline(object));
    }
    return all;
  }

  private static With named(ObjectNode object) {
    return new With.Named(
        object.path("itemID").asText(), object.path("status").asText().equals("Model"));
  }

  private static With inline(ObjectNode item) {
    try {
      if (item.has("Header")) ItemJson.read(Item.class, item);
    } catch (ItemException e) {
      throw new IllegalArgumentException("With: " + e.getMessage(), e);
    }
    return new With.Inline(item);
  }

  private static @Nullable String one(Map<Preposition, List<String>> ids, Preposition p) {
    List<String> some = ids.getOrDefault(p, List.of());
    if (some.size() > 1) {
      throw new IllegalArgumentException(p.wireName() + " is one ID, were " + some.size());
    }
    return some.isEmpty() ? null : some.get(0);
  }
}
