package org.mmm.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mmm.action.Action;
import org.mmm.action.MmmService;
import org.mmm.action.Preposition;
import org.mmm.client.Json;
import org.mmm.script.Operand;
import org.mmm.script.Operand.Name;
import org.mmm.script.Phrase;

/**
 * A Process Action that is waited for.
 *
 * @param slots what must stand there; a slot without an ID matches anything and binds its name
 */
record Expectation(String subject, Action action, List<Slot> slots) {
  /**
   * @param name as written, with the loops' variables filled
   * @param id what must stand there; empty for anything
   */
  record Slot(Preposition preposition, String name, Optional<String> id) {}

  static Expectation of(Name subject, Phrase phrase, Names names) {
    List<Slot> slots = new ArrayList<>();
    for (Preposition preposition : Preposition.values()) {
      for (Operand operand : phrase.operands(preposition)) {
        if (!(operand instanceof Name name)) {
          throw new IllegalArgumentException(
              "an expectation names what it waits for; leave out what does not matter");
        }
        Optional<String> id = names.isOpen(name) ? Optional.empty() : Optional.of(names.id(name));
        slots.add(new Slot(preposition, names.plain(name), id));
      }
    }
    return new Expectation(names.id(subject), phrase.action(), slots);
  }

  /** The real IDs it mentions, the subject first: in their logs the Action would be. */
  List<String> mentioned() {
    List<String> ids = new ArrayList<>();
    ids.add(subject);
    slots.forEach(slot -> slot.id().ifPresent(ids::add));
    return ids;
  }

  /**
   * What the open names stand for, if that entry of an activity log is what is waited for.
   *
   * @return empty when it is not; an entry that was refused never is
   */
  Optional<Map<String, String>> match(JsonNode entry) {
    boolean performed = Json.text(entry, "status", "").equals("Ack");
    boolean sameVerb = Action.ofVerb(Json.text(entry, "action", "")).equals(Optional.of(action));
    if (!performed || !sameVerb || !same(Json.text(entry, "source", ""), subject)) {
      return Optional.empty();
    }
    Logged logged = Logged.of(entry);
    Map<String, String> bound = new LinkedHashMap<>();
    for (Slot slot : slots) {
      List<String> there = logged.at(action, slot.preposition());
      if (there.isEmpty()) {
        return Optional.empty();
      }
      if (slot.id().isEmpty()) {
        bound.put(slot.name(), there.get(0));
      } else if (there.stream().noneMatch(id -> same(id, slot.id().orElseThrow()))) {
        return Optional.empty();
      }
    }
    return Optional.of(bound);
  }

  /** Both names of a Service mean the same Process. */
  static boolean same(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    Optional<MmmService> service = MmmService.of(one);
    return service.isPresent() && service.equals(MmmService.of(other));
  }
}
