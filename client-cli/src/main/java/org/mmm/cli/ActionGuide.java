package org.mmm.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.action.Preposition;
import org.mmm.action.Slot;
import org.mmm.client.Json;

/** What the Action table says of one Action, for people. */
final class ActionGuide {
  private ActionGuide() {}

  static ObjectNode json(Action action) {
    ObjectNode guide = Json.object();
    guide.put("action", action.title());
    guide.put("purpose", action.purpose());
    for (Edition edition : Edition.values()) {
      guide.put(edition.title(), action.name(edition).orElse("-"));
    }
    guide.put("sentence", sentence(action));
    guide.put("yields", action.yields().isEmpty() ? "-" : String.join(", ", action.yields()));
    guide.put("service", names(action));
    for (Edition edition : Edition.values()) {
      action.path(edition).ifPresent(path -> guide.put("POST " + edition.path(), "/api/" + path));
    }
    guide.put("composite", action.composite() ? "yes: performed and logged as its parts" : "no");
    guide.put("offered", action.offered() ? "yes" : "no: known, and refused as not offered here");
    return guide;
  }

  /** The shape of a sentence: what may be left out stands in brackets. */
  private static String sentence(Action action) {
    String rest =
        action.slots().stream()
            .filter(slot -> slot.preposition() != Preposition.NIL)
            .map(slot -> optional(slot, slot.preposition().wireName() + " ..."))
            .collect(Collectors.joining(" "));
    String object =
        action.slots().stream()
            .filter(slot -> slot.preposition() == Preposition.NIL)
            .map(slot -> optional(slot, "OBJECT") + " ")
            .collect(Collectors.joining());
    String verb = action.title().replace(' ', '-') + "s";
    return "PROCESS " + verb + " " + object + rest;
  }

  private static String names(Action action) {
    return action.service().id(Edition.ARC_1_2) + " (" + action.service().id(Edition.TEC_2_2) + ")";
  }

  private static String optional(Slot slot, String text) {
    return slot.required() ? text : "[" + text + "]";
  }
}
