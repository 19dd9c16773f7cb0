package org.mmm.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mmm.action.Action;
import org.mmm.client.Json;
import org.mmm.client.Outcome;

/**
 * Something that a sentence brought into being or found.
 *
 * @param kind such as Persona; empty when the answer does not say
 */
record Yield(String kind, String id) {

  /**
   * What an acknowledged sentence yields, in the order in which {@code Into} binds it.
   *
   * @param asked the complements of the request, which say what kind of Item was authored
   */
  static List<Yield> of(Action action, ObjectNode asked, Outcome outcome) {
    List<Yield> yields = new ArrayList<>();
    if (action == Action.REGISTER) {
      outcome.nil().ifPresent(account -> yields.add(new Yield("Account", account)));
      outcome.with().forEach(item -> account(item, yields));
      return yields;
    }
    Optional<String> nil = outcome.nil().or(() -> sent(action, asked));
    nil.ifPresent(id -> yields.add(new Yield(firstKind(action, asked), id)));
    for (JsonNode with : outcome.with()) {
      ItemRef.of(with).ifPresent(ref -> yields.add(new Yield(ref.kind(), ref.id())));
    }
    return yields;
  }

  /**
   * The names of {@code Into} and what each is bound to: a yield of the name's own kind if there is
   * one left, else the next one that nobody's kind claims.
   *
   * @return fewer entries than names when there was less to bind
   */
  static Map<String, String> bind(List<String> names, List<Yield> yields) {
    List<Yield> left = new ArrayList<>(yields);
    Map<String, String> bound = new LinkedHashMap<>();
    for (String name : names) {
      String kind = Names.kind(name).toLowerCase(Locale.ROOT);
      left.stream()
          .filter(yield -> yield.kind().toLowerCase(Locale.ROOT).equals(kind))
          .findFirst()
          .ifPresent(
              yield -> {
                bound.put(name, yield.id());
                left.remove(yield);
              });
    }
    for (String name : names) {
      if (!bound.containsKey(name) && !left.isEmpty()) {
        bound.put(name, left.remove(0).id());
      }
    }
    return bound;
  }

  /** A Message has the ID that its sender gave it. */
  private static Optional<String> sent(Action action, ObjectNode asked) {
    return action == Action.MM_SEND
        ? Optional.ofNullable(Json.text(asked, "Nil"))
        : Optional.empty();
  }

  private static String firstKind(Action action, ObjectNode asked) {
    if (action == Action.AUTHOR) {
      return ItemRef.kindOf(asked.path("With").path(0));
    }
    return action.yields().isEmpty() ? "" : action.yields().get(0);
  }

  private static void account(JsonNode item, List<Yield> yields) {
    for (JsonNode process : Json.list(item, "Processes")) {
      String id = Json.text(process, "ProcessID");
      if (id != null) {
        yields.add(new Yield(Json.text(process, "ProcessType", "User"), id));
      }
      for (JsonNode persona : Json.list(process, "Personae")) {
        String personaId = persona.isTextual() ? persona.asText() : Json.text(persona, "PersonaID");
        if (personaId != null) {
          yields.add(new Yield("Persona", personaId));
        }
      }
    }
  }
}
