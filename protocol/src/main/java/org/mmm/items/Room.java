package org.mmm.items;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A place that a User owns and lets others into; a data type of this project. A square floor with
 * its origin at the centre, y up.
 *
 * @param name what people call it, of 1 to 128 characters
 * @param side metres, from 1 to 1000
 * @param capacity how many Personae it holds at most, from 1 to 10000
 * @param perceptible whether it is shown where it is placed
 * @param envelope IDs and the rest
 */
public record Room(
    @Nullable String name, double side, int capacity, boolean perceptible, Envelope envelope)
    implements Item {
  /** Metres, when nothing is said. */
  public static final double DEFAULT_SIDE = 8;

  /** Personae, when nothing is said. */
  public static final int DEFAULT_CAPACITY = 50;

  /** Metres of a place: M-Location, Parcel and Room. */
  static final NumberRule SIDE = NumberRule.number(1, 1_000);

  private static final NumberRule CAPACITY = NumberRule.whole(1, 10_000);

  public Room {
    TextRule.NAME.checkIfAny("Room.Name", name);
    SIDE.check("Room.Side", side);
    CAPACITY.check("Room.Capacity", capacity);
  }

  /** A perceptible Room of this name, without IDs. */
  public static Room of(String name, double side, int capacity) {
    return new Room(name, side, capacity, true, Envelope.NONE);
  }

  static Room read(Fields in) {
    return new Room(
        in.take("Name").text(TextRule.NAME),
        in.take("Side").number(SIDE, DEFAULT_SIDE),
        (int) in.take("Capacity").number(CAPACITY, DEFAULT_CAPACITY),
        in.take("Perceptible").flag(true),
        in.envelope(ItemType.ROOM));
  }

  @Override
  public ItemType type() {
    return ItemType.ROOM;
  }

  @Override
  public Room with(Envelope newEnvelope) {
    return new Room(name, side, capacity, perceptible, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    return FieldWriter.item(type(), envelope)
        .put("Name", name)
        .put("Side", Double.valueOf(side))
        .put("Capacity", Double.valueOf(capacity))
        .put("Perceptible", perceptible)
        .done();
  }
}
