package org.mmm.frame;

/**
 * One who has moved, or in a key frame one who is there.
 *
 * @param slot the seat, from 0 to 65534: {@link Happening.Came} said whose it is
 * @param input the sequence of the newest input that this pose rests on, from 0 to 65535; 0 if
 *     there is none
 * @param pose where and how
 * @param jumped it did not come here by walking: draw no way between
 * @param corrected the Room did not take the input as it was: whoever steers it starts from here
 */
public record Member(int slot, int input, Pose pose, boolean jumped, boolean corrected) {
  public Member {
    Range.slot(slot);
    Range.check("input", input, 0, Range.U16);
  }
}
