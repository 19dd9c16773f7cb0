package org.mmm.interpreter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mmm.action.Preposition;
import org.mmm.client.Json;
import org.mmm.script.Operand;
import org.mmm.script.Operand.Name;
import org.mmm.script.Phrase;
import org.mmm.script.RightLevel;
import org.mmm.script.RightPhrase;

/** Writes {@code Rights(May Granted MM-Embed Persona2 At Room1; ...)} as a Rights Item. */
final class RightsItems {
  private final Names names;
  private final Operands operands;

  RightsItems(Names names, Operands operands) {
    this.names = names;
    this.operands = operands;
  }

  ObjectNode of(Operand.Rights rights) {
    String id = operands.newId("Rights");
    ArrayNode entries = Json.array();
    for (RightPhrase phrase : rights.rights()) {
      entries.add(
          Items.right(
              phrase.deontic().words(),
              phrase.level().orElse(RightLevel.GRANTED).word(),
              pattern(phrase)));
    }
    return Items.rights(id, entries);
  }

  private ObjectNode pattern(RightPhrase right) {
    Phrase phrase = right.pattern();
    ArrayNode slots = Json.array();
    for (Preposition preposition : Preposition.values()) {
      for (Operand operand : phrase.operands(preposition)) {
        if (!(operand instanceof Name name)) {
          throw new IllegalArgumentException(
              "a Right names Items and Processes; leave a slot out to keep it open");
        }
        slots.addObject().put(preposition.wireName(), names.id(name));
      }
    }
    return Items.pattern(
        operands.newId("ProcessAction"),
        phrase.action().nameIn(Wire.edition(phrase)),
        right.subject().map(names::id).orElse(""),
        slots);
  }
}
