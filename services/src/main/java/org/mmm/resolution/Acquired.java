package org.mmm.resolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.Reply;
import org.mmm.pa.Complements;
import org.mmm.pa.With;
import org.mmm.provenance.Receipt;

/**
 * An Item that another M-Instance has handed over to a Process of this one.
 *
 * @param dataType what it is
 * @param data the Item as JSON
 * @param receipt that the other M-Instance has signed
 */
public record Acquired(String dataType, ObjectNode data, Receipt receipt) {
  private static final String ITEM = "AcquiredItem";
  private static final String DATA = "Data";
  private static final String RECEIPT = "Receipt";

  /** Where an Item that came from another M-Instance keeps its receipts, oldest first. */
  public static final String RECEIPTS = "Receipts";

  /** That reply, with the Item. */
  public Reply with(Reply reply) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put(ITEM, dataType);
    json.set(DATA, data);
    json.set(RECEIPT, receipt.json());
    List<With> with = new ArrayList<>(bare(reply.complements().with()));
    with.add(new With.Inline(json));
    return reply.with(reply.complements().with(with));
  }

  /** What comes with a reply; empty if nothing does. */
  public static Optional<Acquired> in(@Nullable Reply reply) {
    if (reply == null || !reply.status().acknowledged()) return Optional.empty();
    for (With with : reply.complements().with()) {
      if (with instanceof With.Inline inline
          && inline.item().path(DATA) instanceof ObjectNode data) {
        JsonNode json = inline.item();
        if (!json.has(ITEM)) continue;
        return Optional.of(
            new Acquired(json.path(ITEM).asText(), data, Receipt.of(json.path(RECEIPT))));
      }
    }
    return Optional.empty();
  }

  /** The reply to the new owner: the Item's name here, and its receipt. */
  Reply told(Reply reply, String name) {
    List<With> with = new ArrayList<>(bare(reply.complements().with()));
    with.add(new With.Inline(receipt.json()));
    return reply.with(Complements.nil(name).with(with)).creating();
  }

  /** The Item as it is kept here. */
  JsonNode kept() {
    ObjectNode all = data.deepCopy();
    var receipts = all.putArray(RECEIPTS);
    receipt.andThis().forEach(one -> receipts.add(one.json()));
    return all;
  }

  private static List<With> bare(List<With> with) {
    return with.stream()
        .filter(w -> !(w instanceof With.Inline inline && inline.item().has(ITEM)))
        .toList();
  }
}
