package org.mmm.items;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An Item of a data type that this project has no record for: its Header, and all else as it came.
 *
 * @param header code and version, as MMM-WAL-V2.2
 * @param envelope IDs and all the rest
 */
public record GenericItem(String header, Envelope envelope) implements Item {
  public GenericItem {

    var unused = HeaderCode.of("Item.Header", header);
  }

  static GenericItem read(Fields in) {
    Found header = in.take("Header");
    return new GenericItem(header.needText(TextRule.ID), in.envelope(ItemType.ITEM));
  }

  @Override
  public ItemType type() {
    return ItemType.ITEM;
  }

  @Override
  public GenericItem with(Envelope newEnvelope) {
    return new GenericItem(header, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    return FieldWriter.item(type(), header, envelope).done();
  }
}
