package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The Euler angles of an object (MPAI-OSD, Orientation). Written as Orientation [alpha, beta,
 * gamma], which are yaw, pitch and roll.
 *
 * @param yaw degrees about the axis that points up, from -360 to 360
 * @param pitch degrees about the axis that points right, likewise
 * @param roll degrees about the axis that points to the viewer, likewise
 * @param envelope IDs and the rest
 */
public record Orientation(double yaw, double pitch, double roll, Envelope envelope)
    implements Item {
  private static final String KEY = "Orientation";
  private static final NumberRule DEGREES = NumberRule.number(-360, 360);

  public Orientation {
    yaw = DEGREES.check("Orientation.yaw", yaw);
    pitch = DEGREES.check("Orientation.pitch", pitch);
    roll = DEGREES.check("Orientation.roll", roll);
  }

  /** Without IDs. */
  public static Orientation of(double yaw, double pitch, double roll) {
    return new Orientation(yaw, pitch, roll, Envelope.NONE);
  }

  static Orientation read(Fields in) {
    if (!in.has(KEY)) {
      Orientation flat = flat(in);
      return flat.with(in.envelope(ItemType.ORIENTATION));
    }
    Found at = in.take(KEY);
    List<Double> three = at.list(entry -> entry.needNumber(DEGREES));
    if (three.size() != 3) {
      throw ItemException.of(at.path(), "three numbers", at.node());
    }
    return new Orientation(
        three.get(0), three.get(1), three.get(2), in.envelope(ItemType.ORIENTATION));
  }

  /** The short form: fields of their own, 0 when missing. */
  static Orientation flat(Fields in) {
    return of(
        in.take("yaw").number(DEGREES, 0),
        in.take("pitch").number(DEGREES, 0),
        in.take("roll").number(DEGREES, 0));
  }

  @Override
  public ItemType type() {
    return ItemType.ORIENTATION;
  }

  @Override
  public Orientation with(Envelope newEnvelope) {
    return new Orientation(yaw, pitch, roll, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    JsonNode three = FieldWriter.numbers(yaw, pitch, roll);
    return FieldWriter.item(type(), envelope).put(KEY, three).done();
  }
}
