package org.mmm.items;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A region of an M-Instance in which Items can be placed (MMM-TEC, M-Location). Name and Side are
 * of this project; the locations it is made of are kept as unknown fields.
 *
 * @param name what people call it, of 1 to 128 characters
 * @param side metres of the square, from 1 to 1000
 * @param envelope IDs and the rest
 */
public record MLocation(@Nullable String name, double side, Envelope envelope) implements Item {
  /** Metres, when nothing is said. */
  public static final double DEFAULT_SIDE = 8;

  public MLocation {
    TextRule.NAME.checkIfAny("MLocation.Name", name);
    Room.SIDE.check("MLocation.Side", side);
  }

  static MLocation read(Fields in) {
    return new MLocation(
        in.take("Name").text(TextRule.NAME),
        in.take("Side").number(Room.SIDE, DEFAULT_SIDE),
        in.envelope(ItemType.M_LOCATION));
  }

  @Override
  public ItemType type() {
    return ItemType.M_LOCATION;
  }

  @Override
  public MLocation with(Envelope newEnvelope) {
    return new MLocation(name, side, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    return FieldWriter.item(type(), envelope)
        .put("Name", name)
        .put("Side", Double.valueOf(side))
        .done();
  }
}
