package org.mmm.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.action.Preposition;
import org.mmm.items.DeonticVerb;
import org.mmm.items.Item;
import org.mmm.items.ItemException;
import org.mmm.items.ItemJson;
import org.mmm.items.Limits;
import org.mmm.pa.Complements;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.With;

/**
 * Reads a Process Action from the body of a request. What is no sentence is refused as FaultyPA.
 */
final class Sentences {
  private static final Set<String> FIELDS =
      Set.of("sourceProcessID", "deonticVerb", "action", "complements");
  private static final String VERBS =
      Arrays.stream(DeonticVerb.values())
          .map(DeonticVerb::wireName)
          .collect(Collectors.joining(", "));

  private Sentences() {}

  /**
   * @param expected the Action of the path
   * @param edition the edition of the path
   */
  static ProcessAction read(ObjectNode body, Action expected, Edition edition) {
    known("the body", body, FIELDS);
    String source = id("sourceProcessID", body.get("sourceProcessID"));
    JsonNode verb = body.get("deonticVerb");
    if (verb != null && !verb.asText().equals(DeonticVerb.MAY.wireName())) {
      throw Refusal.faulty("deonticVerb of a request is May (of " + VERBS + "), was " + verb);
    }
    JsonNode action = body.get("action");
    if (action != null) {
      Optional<Action> named = Action.ofVerb(action.asText());
      if (named.isEmpty() || named.get() != expected) {
        throw Refusal.faulty(
            "action must be " + expected.nameIn(edition) + " as in the path, was " + action);
      }
    }
    JsonNode complements = body.get("complements");
    if (complements != null && !(complements instanceof ObjectNode)) {
      throw Refusal.faulty("complements must be an object");
    }
    return new ProcessAction(
        source,
        expected,
        edition,
        complements instanceof ObjectNode object ? complements(object, edition) : Complements.NONE);
  }

  private static Complements complements(ObjectNode object, Edition edition) {
    Complements c = Complements.NONE;
    for (Map.Entry<String, JsonNode> slot : object.properties()) {
      String name = slot.getKey();
      JsonNode value = slot.getValue();
      Preposition preposition =
          Preposition.of(name)
              .filter(p -> p != Preposition.INTO)
              .orElseThrow(
                  () -> Refusal.faulty("complements has no \"" + name + "\" (Into stays yours)"));
      c =
          switch (preposition) {
            case NIL -> c.withNil(id("Nil", value));
            case OF -> c.withOf(id("Of", value));
            case AT -> c.withAt(ids("At", value, edition));
            case FROM -> c.withFrom(ids("From", value, edition));
            case TO -> c.withTo(ids("To", value, edition));
            case BY -> {
              if (edition != Edition.ARC_1_2) {
                throw Refusal.faulty("By is of " + Edition.ARC_1_2.title() + ": ask on its path");
              }
              yield c.withBy(ids("By", value, edition));
            }
            case WITH -> c.with(with(value));
            case INTO -> throw new IllegalStateException("Into was refused above");
          };
    }
    return c;
  }

  private static String[] ids(String name, JsonNode value, Edition edition) {
    if (!value.isArray()) return new String[] {id(name, value)};
    if (edition != Edition.ARC_1_2) {
      throw Refusal.faulty(name + " is one ID in " + edition.title());
    }
    if (value.isEmpty() || value.size() > Limits.ENTRIES) {
      throw Refusal.faulty(name + " must be 1 to " + Limits.ENTRIES + " IDs, was " + value.size());
    }
    List<String> ids = new ArrayList<>();
    value.forEach(one -> ids.add(id(name, one)));
    return ids.toArray(new String[0]);
  }

  private static List<With> with(JsonNode value) {
    if (!value.isArray() || value.size() > Limits.ENTRIES) {
      throw Refusal.faulty("With must be an array of at most " + Limits.ENTRIES + " entries");
    }
    List<With> all = new ArrayList<>();
    for (JsonNode one : value) {
      if (one.isTextual()) all.add(new With.Named(id("With", one), false));
      else if (one instanceof ObjectNode item) all.add(with(item));
      else throw Refusal.faulty("With holds IDs, {itemID, status} and Items, not " + cut(one));
    }
    return all;
  }

  private static With with(ObjectNode item) {
    if (item.has("itemID") && !item.has("Header")) {
      known("With", item, Set.of("itemID", "status"));
      String status = item.path("status").asText("Final");
      if (!status.equals("Model") && !status.equals("Final")) {
        throw Refusal.faulty("status must be Model or Final, was " + cut(item.get("status")));
      }
      return new With.Named(id("With.itemID", item.get("itemID")), status.equals("Model"));
    }
    if (item.has("Header")) check(item);
    return new With.Inline(item);
  }

  /** An Item that says what it is must be one; what a short form is, its reader knows. */
  private static void check(ObjectNode item) {
    try {
      ItemJson.read(Item.class, item);
    } catch (ItemException e) {
      throw Refusal.faulty(String.valueOf(e.getMessage()));
    }
  }

  private static String id(String name, @Nullable JsonNode value) {
    if (value == null || !value.isTextual()) {
      throw Refusal.faulty(name + " must be an ID, was " + cut(value));
    }
    String id = value.textValue();
    boolean printable = id.codePoints().noneMatch(Character::isISOControl);
    if (id.isBlank() || id.length() > Limits.ID || !printable) {
      throw Refusal.faulty(
          name
              + " must be an ID of 1 to "
              + Limits.ID
              + " printable characters, was "
              + cut(value));
    }
    return id;
  }

  private static void known(String where, ObjectNode object, Set<String> fields) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!fields.contains(field.getKey())) {
        throw Refusal.faulty(where + " has no \"" + field.getKey() + "\"");
      }
    }
  }

  private static String cut(@Nullable JsonNode value) {
    if (value == null) return "missing";
    String text = value.toString();
    return text.length() <= 120 ? text : text.substring(0, 120) + "...";
  }
}
