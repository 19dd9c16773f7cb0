package org.mmm.items;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A piece of land that a User can own and place Rooms on; a data type of this project.
 *
 * @param name what people call it, of 1 to 128 characters
 * @param side metres of the square, from 1 to 1000
 * @param envelope IDs and the rest
 */
public record Parcel(@Nullable String name, double side, Envelope envelope) implements Item {
  /** Metres, when nothing is said. */
  public static final double DEFAULT_SIDE = 12;

  public Parcel {
    TextRule.NAME.checkIfAny("Parcel.Name", name);
    Room.SIDE.check("Parcel.Side", side);
  }

  static Parcel read(Fields in) {
    return new Parcel(
        in.take("Name").text(TextRule.NAME),
        in.take("Side").number(Room.SIDE, DEFAULT_SIDE),
        in.envelope(ItemType.PARCEL));
  }

  @Override
  public ItemType type() {
    return ItemType.PARCEL;
  }

  @Override
  public Parcel with(Envelope newEnvelope) {
    return new Parcel(name, side, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    return FieldWriter.item(type(), envelope)
        .put("Name", name)
        .put("Side", Double.valueOf(side))
        .done();
  }
}
