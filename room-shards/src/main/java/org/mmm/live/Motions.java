package org.mmm.live;

import java.util.Arrays;
import org.mmm.frame.Pose;
import org.mmm.frame.Quantised;
import org.mmm.frame.RoomFrameWriter;

/**
 * How all stand who sit in a live Room, by slot, in flat arrays and in the whole numbers of the
 * frames; and how those who are steered want to stand. A wish is brought within the floor, and
 * within how far a Persona can have walked: half a second of standing still can be caught up, no
 * more.
 */
final class Motions {
  /** A place without bounds, or with a higher ceiling, ends here: 1,000 m above its floor. */
  private static final int CEILING = 1_000 * Quantised.PER_METRE;

  private final float step;
  private final float mostCredit;
  private final int border;
  private int[] x = new int[0];
  private int[] y = new int[0];
  private int[] z = new int[0];
  private int[] yaw = new int[0];
  private int[] tilt = new int[0]; // pitch in the low byte, roll above it
  private int[] input = new int[0];
  private int[] flags = new int[0];
  private int[] movedAt = new int[0];
  private float[] credit = new float[0];
  private int[] creditAt = new int[0];
  private int[] wishX = new int[0];
  private int[] wishY = new int[0];
  private int[] wishZ = new int[0];
  private int[] wishYaw = new int[0];
  private int[] wishTilt = new int[0];
  private int[] wishInput = new int[0];

  /**
   * @param side metres of the floor; 0 for one without bounds
   */
  Motions(LiveRules rules, double side) {
    this.step = rules.step();
    this.mostCredit = Math.max(2 * step, step * rules.rate() / 2);
    this.border =
        side == 0
            ? Quantised.GREATEST
            : (int) Math.min(Quantised.GREATEST, side / 2 * Quantised.PER_METRE);
  }

  /** It stands there from that tick on, whatever it wished. */
  void place(int slot, Pose at, int tick) {
    if (slot >= x.length) grow(slot + 1);
    x[slot] = at.x();
    y[slot] = at.y();
    z[slot] = at.z();
    yaw[slot] = at.yaw();
    tilt[slot] = at.roll() << 8 | at.pitch();
    input[slot] = 0;
    credit[slot] = mostCredit;
    creditAt[slot] = tick;
    flags[slot] = RoomFrameWriter.JUMPED;
    movedAt[slot] = tick;
  }

  /** It is to be told at that tick how it stands, though it stands as before. */
  void show(int slot, int tick) {
    flags[slot] = RoomFrameWriter.JUMPED;
    movedAt[slot] = tick;
  }

  /** Keeps how it wants to stand, instead of what it wanted before. */
  void wish(int slot, int sequence, int toX, int toY, int toZ, int toYaw, int toTilt) {
    wishInput[slot] = sequence;
    wishX[slot] = toX;
    wishY[slot] = toY;
    wishZ[slot] = toZ;
    wishYaw[slot] = toYaw;
    wishTilt[slot] = toTilt;
  }

  /** Fulfils its wish as far as it can; whether there is anything to tell. */
  boolean walk(int slot, int tick) {
    float has = Math.min(mostCredit, credit[slot] + step * (tick - creditAt[slot]));
    int toX = Math.max(-border, Math.min(border, wishX[slot]));
    int toY = Math.max(0, Math.min(CEILING, wishY[slot]));
    int toZ = Math.max(-border, Math.min(border, wishZ[slot]));
    long dx = toX - x[slot];
    long dy = toY - y[slot];
    long dz = toZ - z[slot];
    float way = (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
    if (way > has) { // so far on the same line, and not an inch farther
      toX = x[slot] + (int) (dx * has / way);
      toY = y[slot] + (int) (dy * has / way);
      toZ = z[slot] + (int) (dz * has / way);
    }
    boolean corrected = toX != wishX[slot] || toY != wishY[slot] || toZ != wishZ[slot];
    boolean moved = toX != x[slot] || toY != y[slot] || toZ != z[slot];
    boolean turned = wishYaw[slot] != yaw[slot] || wishTilt[slot] != tilt[slot];
    x[slot] = toX;
    y[slot] = toY;
    z[slot] = toZ;
    yaw[slot] = wishYaw[slot];
    tilt[slot] = wishTilt[slot];
    input[slot] = wishInput[slot];
    credit[slot] = Math.max(0, has - way);
    creditAt[slot] = tick;
    if (!moved && !turned && !corrected) return false;
    int jumped = movedAt[slot] == tick ? flags[slot] & RoomFrameWriter.JUMPED : 0;
    flags[slot] = jumped | (corrected ? RoomFrameWriter.CORRECTED : 0);
    movedAt[slot] = tick;
    return true;
  }

  int x(int slot) {
    return x[slot];
  }

  int z(int slot) {
    return z[slot];
  }

  /** The tick at which there was something to tell of it, the last time. */
  int movedAt(int slot) {
    return movedAt[slot];
  }

  Pose pose(int slot) {
    int t = tilt[slot];
    return new Pose(x[slot], y[slot], z[slot], yaw[slot], t & 0xFF, t >> 8);
  }

  void write(int slot, RoomFrameWriter out) {
    int t = tilt[slot];
    out.member(
        slot, input[slot], flags[slot], x[slot], y[slot], z[slot], yaw[slot], t & 0xFF, t >> 8);
  }

  private void grow(int atLeast) {
    int length = Math.max(atLeast, 2 * x.length);
    x = Arrays.copyOf(x, length);
    y = Arrays.copyOf(y, length);
    z = Arrays.copyOf(z, length);
    yaw = Arrays.copyOf(yaw, length);
    tilt = Arrays.copyOf(tilt, length);
    input = Arrays.copyOf(input, length);
    flags = Arrays.copyOf(flags, length);
    movedAt = Arrays.copyOf(movedAt, length);
    credit = Arrays.copyOf(credit, length);
    creditAt = Arrays.copyOf(creditAt, length);
    wishX = Arrays.copyOf(wishX, length);
    wishY = Arrays.copyOf(wishY, length);
    wishZ = Arrays.copyOf(wishZ, length);
    wishYaw = Arrays.copyOf(wishYaw, length);
    wishTilt = Arrays.copyOf(wishTilt, length);
    wishInput = Arrays.copyOf(wishInput, length);
  }
}
