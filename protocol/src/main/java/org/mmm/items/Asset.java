package org.mmm.items;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * An Item that can be transacted (MMM-TEC V2.2, Asset). What else the market says of it is kept as
 * unknown fields.
 *
 * @param sourceItemId the Item that became the Asset
 * @param envelope IDs and the rest
 */
public record Asset(@Nullable String sourceItemId, Envelope envelope) implements Item {
  public Asset {
    TextRule.ID.checkIfAny("Asset.SourceItemID", sourceItemId);
  }

  static Asset read(Fields in) {
    return new Asset(in.take("SourceItemID").text(TextRule.ID), in.envelope(ItemType.ASSET));
  }

  @Override
  public ItemType type() {
    return ItemType.ASSET;
  }

  @Override
  public Asset with(Envelope newEnvelope) {
    return new Asset(sourceItemId, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    return FieldWriter.item(type(), envelope).put("SourceItemID", sourceItemId).done();
  }
}
