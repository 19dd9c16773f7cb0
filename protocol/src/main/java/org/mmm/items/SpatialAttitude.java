package org.mmm.items;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Where an object is and how it is turned (MPAI-OSD, Spatial Attitude). The short form is {@code
 * {"x": 1, "y": 0, "z": 2, "yaw": 90}}; what is missing in it is 0.
 *
 * @param position metres, in the frame of the place
 * @param orientation degrees
 * @param envelope IDs and the rest
 */
public record SpatialAttitude(Position position, Orientation orientation, Envelope envelope)
    implements Item {

  /** Metres and degrees, without IDs. */
  public static SpatialAttitude of(
      double x, double y, double z, double yaw, double pitch, double roll) {
    return new SpatialAttitude(
        Position.of(x, y, z), Orientation.of(yaw, pitch, roll), Envelope.NONE);
  }

  static SpatialAttitude read(Fields in) {
    Found positionAt = in.take("Position");
    Found orientationAt = in.take("Orientation");
    Position position = positionAt.item(Position.class);
    Orientation orientation = orientationAt.item(Orientation.class);
    return new SpatialAttitude(
        position == null ? Position.flat(in) : position,
        orientation == null ? Orientation.flat(in) : orientation,
        in.envelope(ItemType.SPATIAL_ATTITUDE));
  }

  @Override
  public ItemType type() {
    return ItemType.SPATIAL_ATTITUDE;
  }

  @Override
  public SpatialAttitude with(Envelope newEnvelope) {
    return new SpatialAttitude(position, orientation, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    return FieldWriter.item(type(), envelope)
        .put("Position", position)
        .put("Orientation", orientation)
        .done();
  }
}
