package org.mmm.items;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The Process Actions that a Process may, may not or must perform (MMM-TEC V2.2, Rights).
 *
 * @param data at most 1,000 entries
 * @param envelope IDs and the rest
 */
public record Rights(List<RightsEntry> data, Envelope envelope) implements Item {
  private static final String DATA = "RightsData";

  public Rights {
    data = Limits.list("Rights.RightsData", data);
  }

  static Rights read(Fields in) {
    return new Rights(
        in.take(DATA, "Rights").oneOrList(RightsEntry::read), in.envelope(ItemType.RIGHTS));
  }

  @Override
  public ItemType type() {
    return ItemType.RIGHTS;
  }

  @Override
  public Rights with(Envelope newEnvelope) {
    return new Rights(data, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    return FieldWriter.item(type(), envelope)
        .put(DATA, FieldWriter.array(data, RightsEntry::json))
        .done();
  }
}
