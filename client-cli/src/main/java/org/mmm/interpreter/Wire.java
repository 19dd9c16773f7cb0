package org.mmm.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.action.Preposition;
import org.mmm.client.Json;
import org.mmm.script.Phrase;

/** How a sentence travels: in which edition, and with which complements. */
final class Wire {
  private Wire() {}

  /** V1.2 for verbs that only ARC has and for sentences with By, else V2.2. */
  static Edition edition(Phrase phrase) {
    Action action = phrase.action();
    if (!action.in(Edition.TEC_2_2)) {
      return Edition.ARC_1_2;
    }
    if (!action.in(Edition.ARC_1_2)) {
      return Edition.TEC_2_2;
    }
    boolean by = !phrase.operands(Preposition.BY).isEmpty();
    return by || isArcSpelling(phrase) ? Edition.ARC_1_2 : Edition.TEC_2_2;
  }

  /**
   * The complements of the request. A verb's object is Nil when it is an ID; when it is an Item,
   * the Item goes With the sentence, as the MMM-API has it.
   *
   * @param source the ProcessID of the subject
   */
  static ObjectNode complements(String source, Phrase phrase, Operands operands) {
    Edition edition = edition(phrase);
    ObjectNode out = Json.object();
    Complements to = new Complements(out);
    phrase.operands().forEach(object -> operands.object(phrase.action(), object, to));
    for (Preposition preposition : Preposition.values()) {
      if (preposition != Preposition.NIL && preposition != Preposition.INTO) {
        phrase.operands(preposition).forEach(o -> operands.after(preposition, o, to));
      }
    }
    if (phrase.action() == Action.TRANSACT && edition == Edition.TEC_2_2) {
      asTransaction(source, out, operands);
    }
    if (phrase.action() == Action.CHANGE && edition == Edition.TEC_2_2 && !out.has("Nil")) {
      Optional.ofNullable(out.remove("Of")).ifPresent(holder -> out.set("Nil", holder));
    }
    if (phrase.action() == Action.REGISTER) {
      out.path("With").forEach(profile -> asProfileOf(source, profile));
    }
    return out;
  }

  /** V2.2 has Transact With a Transaction; the sentence says its parts. */
  private static void asTransaction(String source, ObjectNode out, Operands operands) {
    String asset = Json.text(out, "Nil");
    String receiver = Json.text(out, "From");
    if (asset == null || receiver == null) {
      return; // the sentence brings its Transaction itself
    }
    JsonNode value = out.path("With").path(0);
    out.removeAll();
    out.putArray("With")
        .add(Items.transaction(operands.newId("Transaction"), asset, source, receiver, value));
  }

  private static void asProfileOf(String human, JsonNode profile) {
    if (profile instanceof ObjectNode object && !object.has("humanID")) {
      object.put("humanID", human);
    }
  }

  private static boolean isArcSpelling(Phrase phrase) {
    String arc = phrase.action().nameIn(Edition.ARC_1_2);
    String tec = phrase.action().nameIn(Edition.TEC_2_2);
    return !arc.equals(tec) && phrase.verb().startsWith(arc);
  }
}
