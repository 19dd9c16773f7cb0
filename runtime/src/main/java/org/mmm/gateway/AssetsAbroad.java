package org.mmm.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.mmm.action.Action;
import org.mmm.items.Item;
import org.mmm.items.ItemException;
import org.mmm.items.ItemJson;
import org.mmm.items.Transaction;
import org.mmm.kernel.RemoteName;
import org.mmm.pa.Complements;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.With;

/**
 * Transact of an Asset of another M-Instance, as V2.2 says it: all of it stands in a Transaction
 * Item, whose names are those of this M-Instance. What is asked elsewhere names the Asset and its
 * owner in the sentence, as V1.2 does; the Value goes along.
 */
final class AssetsAbroad {
  private static final String VALUE = "Value";

  private AssetsAbroad() {}

  /** The same sentence, so that it names its Asset; any other as it is. */
  static ProcessAction named(ProcessAction action) {
    Complements c = action.complements();
    if (action.action() != Action.TRANSACT || c.nil() != null) return action;
    for (With with : c.with()) {
      if (!(with instanceof With.Inline inline)
          || !inline.item().path("Header").asText().startsWith("MMM-TRA")) {
        continue;
      }
      Transaction transaction = read(inline.item());
      if (transaction == null || transaction.assets().size() != 1) return action;
      String asset = transaction.assets().get(0).id();
      if (asset == null || !RemoteName.is(asset)) return action;
      var owner = transaction.receiver();
      List<String> from = c.from().isEmpty() && owner != null ? List.of(owner.id()) : c.from();
      return action.with(
          new Complements(asset, c.at(), c.by(), from, c.to(), c.of(), rest(c, inline)));
    }
    return action;
  }

  private static List<With> rest(Complements c, With.Inline transaction) {
    List<With> rest = new ArrayList<>(c.with());
    rest.remove(transaction);
    JsonNode value = transaction.item().path(VALUE);
    if (value instanceof ObjectNode object) {
      ObjectNode item = object.deepCopy();
      if (!item.has("Header")) item.put("Header", "MMM-VAL-V2.2");
      rest.add(new With.Inline(item));
    }
    return rest;
  }

  private static @org.jspecify.annotations.Nullable Transaction read(JsonNode json) {
    try {
      return ItemJson.read(Item.class, json) instanceof Transaction t ? t : null;
    } catch (ItemException faulty) {
      return null; // who performs it says what is wrong
    }
  }
}
