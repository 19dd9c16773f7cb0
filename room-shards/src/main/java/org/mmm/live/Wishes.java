package org.mmm.live;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.mmm.frame.MotionFrame;
import org.mmm.frame.Pose;

/** How many want to stand, packed into one message between nodes of one version. */
final class Wishes {
  private static final int LENGTH = 20;

  private ByteBuffer packed = ByteBuffer.allocate(8 * LENGTH);

  /** One who is steered. */
  interface Each {
    void wish(
        int viewer, long generation, int input, int x, int y, int z, int yaw, int pitch, int roll);
  }

  void add(int viewer, MotionFrame wish) {
    if (packed.remaining() < LENGTH) {
      packed = ByteBuffer.allocate(2 * packed.capacity()).put(packed.flip());
    }
    Pose p = wish.pose();
    packed.putInt(viewer).putInt((int) wish.generation()).putShort((short) wish.sequence());
    packed.putShort((short) p.x()).putShort((short) p.y()).putShort((short) p.z());
    packed.putShort((short) p.yaw()).put((byte) p.pitch()).put((byte) p.roll());
  }

  /** All that were added since this was last called. */
  byte[] take() {
    byte[] bytes = Arrays.copyOf(packed.array(), packed.position());
    packed.clear();
    return bytes;
  }

  static void read(byte[] bytes, Each each) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    while (in.remaining() >= LENGTH) {
      each.wish(
          in.getInt(),
          in.getInt() & 0xFFFF_FFFFL,
          in.getShort() & 0xFFFF,
          in.getShort(),
          in.getShort() & 0xFFFF,
          in.getShort(),
          in.getShort() & 0xFFFF,
          in.get() & 0xFF,
          in.get() & 0xFF);
    }
  }
}
