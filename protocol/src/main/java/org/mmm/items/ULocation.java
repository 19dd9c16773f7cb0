package org.mmm.items;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A region of the Universe, where Devices capture and actuate (MMM-TEC, U-Location). The name is of
 * this project; the locations it is made of are kept as unknown fields.
 *
 * @param name what people call it, of 1 to 128 characters
 * @param envelope IDs and the rest
 */
public record ULocation(@Nullable String name, Envelope envelope) implements Item {
  public ULocation {
    TextRule.NAME.checkIfAny("ULocation.Name", name);
  }

  static ULocation read(Fields in) {
    return new ULocation(in.take("Name").text(TextRule.NAME), in.envelope(ItemType.U_LOCATION));
  }

  @Override
  public ItemType type() {
    return ItemType.U_LOCATION;
  }

  @Override
  public ULocation with(Envelope newEnvelope) {
    return new ULocation(name, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    return FieldWriter.item(type(), envelope).put("Name", name).done();
  }
}
