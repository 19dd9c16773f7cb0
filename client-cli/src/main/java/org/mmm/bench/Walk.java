package org.mmm.bench;

import org.mmm.frame.Pose;
import org.mmm.frame.Quantised;

/**
 * A walk in a circle of 2 m, which begins where one stands and leads towards the centre of the
 * floor, so that it never meets a wall. At 1.4 m/s it is slower than any Room forbids by default.
 *
 * @param start where it begins
 */
record Walk(Pose start) {
  static final double RADIUS = 2;
  static final double SPEED = 1.4;

  /**
   * @param seconds since it began
   */
  Pose at(double seconds) {
    double x = Quantised.metres(start.x());
    double z = Quantised.metres(start.z());
    double toStart = Math.atan2(z, x);
    double turned = toStart + seconds * SPEED / RADIUS;
    Pose there =
        Pose.of(
            x + RADIUS * (Math.cos(turned) - Math.cos(toStart)),
            0,
            z + RADIUS * (Math.sin(turned) - Math.sin(toStart)),
            Math.toDegrees(turned),
            0,
            0);
    return new Pose(there.x(), start.y(), there.z(), there.yaw(), start.pitch(), start.roll());
  }
}
