package org.mmm.rooms;

import org.mmm.kernel.Attitude;

/**
 * The floor that something takes up: the square, parallel to the walls, around its own square
 * turned by its yaw. So what is turned takes a little more than it covers, and two that are clear
 * of each other stay so.
 *
 * @param x metres right of the centre of the floor
 * @param z metres towards the viewer
 * @param half half its side in metres; 0 for a point
 */
record Footprint(double x, double z, double half) {
  /** Two that touch do not overlap, whatever the last digit says. */
  private static final double TOUCHING = 1e-6;

  static Footprint of(Attitude at, double side) {
    double yaw = Math.toRadians(at.yaw());
    return new Footprint(
        at.x(), at.z(), side / 2 * (Math.abs(Math.cos(yaw)) + Math.abs(Math.sin(yaw))));
  }

  boolean overlaps(Footprint other) {
    double apart = Math.max(Math.abs(x - other.x), Math.abs(z - other.z));
    return apart < half + other.half - TOUCHING;
  }

  /** Whether it lies within a square floor of that side. */
  boolean within(double side) {
    return Math.max(Math.abs(x), Math.abs(z)) + half <= side / 2 + TOUCHING;
  }
}
