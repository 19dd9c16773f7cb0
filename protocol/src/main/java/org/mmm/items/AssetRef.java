package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What changes hands in a Transaction. A text alone is an Item.
 *
 * @param kind an Item or a Process
 * @param id its ID
 */
public record AssetRef(TargetKind kind, String id) {
  public AssetRef {
    TextRule.ID.check("Transaction.AssetID", id);
  }

  /** An Item. */
  public static AssetRef item(String id) {
    return new AssetRef(TargetKind.ITEM, id);
  }

  static AssetRef read(Found at) {
    JsonNode node = at.node();
    if (node != null && node.isTextual()) {
      return item(at.needText(TextRule.ID));
    }
    Fields in = at.object();
    if (node == null || node.size() != 1 || in.has("ItemID") == in.has("ProcessID")) {
      throw ItemException.of(at.path(), "an object with either ItemID or ProcessID alone", node);
    }
    return in.has("ItemID")
        ? item(in.take("ItemID").needText(TextRule.ID))
        : new AssetRef(TargetKind.PROCESS, in.take("ProcessID").needText(TextRule.ID));
  }

  JsonNode json() {
    return FieldWriter.id(kind.wireName() + "ID", id);
  }
}
