package org.mmm.kernel;

/**
 * Where and how an Item stands in a place.
 *
 * @param x metres right of the centre of the place's floor
 * @param y metres above the floor
 * @param z metres towards the viewer
 * @param yaw degrees about y
 * @param pitch degrees about x
 * @param roll degrees about z
 */
public record Attitude(double x, double y, double z, double yaw, double pitch, double roll) {
  public static final Attitude ORIGIN = new Attitude(0, 0, 0, 0, 0, 0);

  public Attitude {
    if (!Double.isFinite(x + y + z + yaw + pitch + roll)) {
      throw new IllegalArgumentException(
          "a Spatial Attitude must be finite, was (" + x + ", " + y + ", " + z + ")");
    }
  }
}
