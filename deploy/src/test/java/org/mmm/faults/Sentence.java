package org.mmm.faults;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A deed in the words of the MMM-API.
 *
 * @param path of the Action, after {@code /api/}
 * @param complements the {@code complements} of the request
 */
record Sentence(String path, ObjectNode complements) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /**
   * @throws IllegalArgumentException for a {@link Deed.Look}, which is no Process Action
   */
  static Sentence of(Deed deed) {
    ObjectNode c = JSON.objectNode();
    if (deed instanceof Deed.Move d) {
      return new Sentence("v1.2/locate/mm-embed", c.put("Nil", d.item()).put("At", d.to()));
    }
    if (deed instanceof Deed.Offer d) {
      return new Sentence("v1.2/economy/post", c.put("Nil", d.item()).put("To", d.buyer()));
    }
    if (deed instanceof Deed.Take d) {
      return new Sentence("v1.2/economy/transact", c.put("Nil", d.item()).put("From", d.seller()));
    }
    if (deed instanceof Deed.Allow d) {
      c.put("Of", d.holder()).putArray("With").add(rights(d));
      return new Sentence("v1.2/rights/change", c);
    }
    if (deed instanceof Deed.Send d) {
      ObjectNode message = JSON.objectNode().put("Header", "MMM-MSG-V2.2");
      message.putArray("MessageData").addObject().put("MessageData", "hello");
      c.put("Nil", d.message()).put("To", d.receiver()).putArray("With").add(message);
      return new Sentence("v1.2/communicate/mm-send", c);
    }
    throw new IllegalArgumentException("no Process Action: " + deed);
  }

  private static ObjectNode rights(Deed.Allow d) {
    ObjectNode rights = JSON.objectNode().put("Header", "MMM-RGT-V2.2");
    ObjectNode entry = rights.putArray("RightsData").addObject();
    entry.put("DeonticVerb", d.may() ? "May" : "May Not").put("Level", "Granted");
    ObjectNode action = entry.putObject("PAIDOrPA").putObject("ProcessAction");
    action.put("action", "MM-Embed");
    var complements = action.putArray("RQ-Complements");
    complements.addObject().put("NilItem", d.item());
    complements.addObject().put("AtItem", d.place());
    return rights;
  }
}
