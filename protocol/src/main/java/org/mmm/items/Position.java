package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A point in the frame of one place, right-handed, y up, origin at the centre of the floor
 * (MPAI-OSD, Position). Written as CartPosition [x, y, z].
 *
 * @param x metres to the right of the place's origin, from -1000000 to 1000000
 * @param y metres above it, likewise
 * @param z metres towards the viewer, likewise
 * @param envelope IDs and the rest
 */
public record Position(double x, double y, double z, Envelope envelope) implements Item {
  private static final String KEY = "CartPosition";
  private static final NumberRule METRES = NumberRule.number(-1_000_000, 1_000_000);

  public Position {
    x = METRES.check("Position.x", x);
    y = METRES.check("Position.y", y);
    z = METRES.check("Position.z", z);
  }

  /** Without IDs. */
  public static Position of(double x, double y, double z) {
    return new Position(x, y, z, Envelope.NONE);
  }

  static Position read(Fields in) {
    if (!in.has(KEY)) {
      Position flat = flat(in);
      return flat.with(in.envelope(ItemType.POSITION));
    }
    Found at = in.take(KEY);
    List<Double> three = at.list(entry -> entry.needNumber(METRES));
    if (three.size() != 3) {
      throw ItemException.of(at.path(), "three numbers", at.node());
    }
    return new Position(three.get(0), three.get(1), three.get(2), in.envelope(ItemType.POSITION));
  }

  /** The short form: fields of their own, 0 when missing. */
  static Position flat(Fields in) {
    return of(
        in.take("x").number(METRES, 0),
        in.take("y").number(METRES, 0),
        in.take("z").number(METRES, 0));
  }

  @Override
  public ItemType type() {
    return ItemType.POSITION;
  }

  @Override
  public Position with(Envelope newEnvelope) {
    return new Position(x, y, z, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    JsonNode three = FieldWriter.numbers(x, y, z);
    return FieldWriter.item(type(), envelope).put(KEY, three).done();
  }
}
