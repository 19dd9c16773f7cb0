package org.mmm.frame;

/**
 * How metres and degrees become whole numbers in frames, and back. What lies outside the range is
 * brought to its border.
 */
public final class Quantised {
  /** Whole numbers in a metre; so a position is off by 1/128 m at most. */
  public static final int PER_METRE = 64;

  /**
   * The least and the greatest of x and z: -512 m and almost 512 m from the centre of the floor.
   */
  public static final int LEAST = Short.MIN_VALUE;

  public static final int GREATEST = Short.MAX_VALUE;

  /** The greatest of y: almost 1,024 m above the floor; the least is 0. */
  public static final int HIGHEST = 0xFFFF;

  /** Whole numbers in a turn about the vertical; so a yaw is off by 0.0028 degrees at most. */
  public static final int YAW_TURN = 1 << 16;

  /** Whole numbers in a turn of pitch and roll; so they are off by 0.71 degrees at most. */
  public static final int TILT_TURN = 1 << 8;

  private Quantised() {}

  /** Metres from the centre of the floor, to the right or towards the viewer. */
  public static int across(double metres) {
    return between(LEAST, metres, GREATEST);
  }

  /** Metres above the floor. */
  public static int up(double metres) {
    return between(0, metres, HIGHEST);
  }

  /** Degrees about the axis that points up, whole turns taken off. */
  public static int yaw(double degrees) {
    return turned(degrees, YAW_TURN);
  }

  /** Degrees about one of the other axes, whole turns taken off. */
  public static int tilt(double degrees) {
    return turned(degrees, TILT_TURN);
  }

  /** The metres of such a number. */
  public static double metres(int quantised) {
    return (double) quantised / PER_METRE;
  }

  /** The degrees of such a yaw, from 0 to less than 360. */
  public static double yawDegrees(int quantised) {
    return quantised * 360.0 / YAW_TURN;
  }

  /** The degrees of such a pitch or roll, from 0 to less than 360. */
  public static double tiltDegrees(int quantised) {
    return quantised * 360.0 / TILT_TURN;
  }

  private static int between(int least, double metres, int greatest) {
    double scaled = Math.rint(metres * PER_METRE);
    return (int) Math.max(least, Math.min(greatest, scaled)); // not a number becomes 0
  }

  private static int turned(double degrees, int turn) {
    return (int) Math.floorMod(Math.round(degrees % 360 * turn / 360), (long) turn);
  }
}
