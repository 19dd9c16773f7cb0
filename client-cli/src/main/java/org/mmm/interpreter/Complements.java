package org.mmm.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.mmm.action.Preposition;

/** Collects complements in the shape of the MMM-API. */
final class Complements {
  private final ObjectNode out;

  Complements(ObjectNode out) {
    this.out = out;
  }

  /** Nil and Of take one ID; At, By, From and To one or several; With a list of any. */
  void add(Preposition preposition, String id) {
    String slot = preposition.wireName();
    JsonNode already = out.get(slot);
    switch (preposition) {
      case WITH -> out.withArrayProperty(slot).add(id);
      case NIL, OF, INTO -> {
        if (already != null) {
          throw new IllegalArgumentException(
              "one Item or Process can stand there, not both " + already.asText() + " and " + id);
        }
        out.put(slot, id);
      }
      case AT, BY, FROM, TO -> {
        if (already == null) {
          out.put(slot, id);
        } else if (already instanceof ArrayNode several) {
          several.add(id);
        } else {
          out.putArray(slot).add(already).add(TextNode.valueOf(id));
        }
      }
    }
  }

  void with(ObjectNode item) {
    out.withArrayProperty("With").add(item);
  }
}
