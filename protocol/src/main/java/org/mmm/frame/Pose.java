package org.mmm.frame;

/**
 * Where and how a Persona stands in a Room, as a frame can say it: in whole numbers ({@link
 * Quantised}).
 *
 * @param x 1/64 m right of the centre of the floor, from -32768 to 32767
 * @param y 1/64 m above the floor, from 0 to 65535
 * @param z 1/64 m towards the viewer, from -32768 to 32767
 * @param yaw 1/65536 of a turn about the axis that points up, from 0 to 65535
 * @param pitch 1/256 of a turn about the axis that points right, from 0 to 255
 * @param roll 1/256 of a turn about the axis that points to the viewer, from 0 to 255
 */
public record Pose(int x, int y, int z, int yaw, int pitch, int roll) {
  /** At the centre of the floor, turned nowhere. */
  public static final Pose ORIGIN = new Pose(0, 0, 0, 0, 0, 0);

  public Pose {
    Range.check("x", x, Quantised.LEAST, Quantised.GREATEST);
    Range.check("y", y, 0, Quantised.HIGHEST);
    Range.check("z", z, Quantised.LEAST, Quantised.GREATEST);
    Range.check("yaw", yaw, 0, Quantised.YAW_TURN - 1);
    Range.check("pitch", pitch, 0, Quantised.TILT_TURN - 1);
    Range.check("roll", roll, 0, Quantised.TILT_TURN - 1);
  }

  /** The nearest that a frame can say to metres and degrees. */
  public static Pose of(double x, double y, double z, double yaw, double pitch, double roll) {
    return new Pose(
        Quantised.across(x),
        Quantised.up(y),
        Quantised.across(z),
        Quantised.yaw(yaw),
        Quantised.tilt(pitch),
        Quantised.tilt(roll));
  }
}
