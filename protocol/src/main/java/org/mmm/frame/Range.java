package org.mmm.frame;

import java.nio.charset.StandardCharsets;

/** The bounds of what a frame can hold. */
final class Range {
  static final int U16 = 0xFFFF;
  static final long U32 = 0xFFFF_FFFFL;

  private Range() {}

  static void check(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new FrameException(what + " must be from " + least + " to " + most + ", was " + value);
    }
  }

  static void slot(int slot) {
    check("slot", slot, 0, RoomFrame.SLOTS - 1);
  }

  static void generation(long generation) {
    check("generation", generation, 0, U32);
  }

  /** A text of at most so many bytes of UTF-8, which is well formed. */
  static void check(String what, String text, int most) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new FrameException(what + " must be well formed, had half a character");
    }
    check("bytes of " + what, text.getBytes(StandardCharsets.UTF_8).length, 0, most);
  }
}
