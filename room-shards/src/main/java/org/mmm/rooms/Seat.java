package org.mmm.rooms;

import static java.util.Objects.requireNonNull;

import org.mmm.kernel.Appearance;
import org.mmm.kernel.Attitude;
import org.mmm.kernel.CallId;

/**
 * Something stands here.
 *
 * @param item its ID
 * @param dataType its data type
 * @param side metres of its footprint; 0 for what is not solid
 * @param attitude where and how it stands
 * @param since the move by which it came; it leaves when that stay is over, and by no older word
 * @param appearance how it appears
 * @param owner who owned it when it was admitted; empty if that is not known
 */
public record Seat(
    String item,
    String dataType,
    double side,
    Attitude attitude,
    CallId since,
    Appearance appearance,
    String owner) {
  public Seat {
    requireNonNull(item, "the item is missing");
    requireNonNull(dataType, "the data type is missing");
    requireNonNull(attitude, "the attitude is missing");
    requireNonNull(since, "the move is missing");
    if (appearance == null) appearance = Appearance.PLAIN; // written before Items said it
    if (owner == null) owner = "";
    if (!Double.isFinite(side) || side < 0) {
      throw new IllegalArgumentException("a footprint must be at least 0 m, was " + side);
    }
  }

  /** The same, as it appears now. */
  Seat as(Appearance now) {
    return new Seat(item, dataType, side, attitude, since, now, owner);
  }

  /** Whether it stands there by the same word, however it appears. */
  public boolean sameStay(Seat other) {
    return as(other.appearance).equals(other);
  }

  /** Whether nothing else that is solid can stand where it stands. */
  boolean solid() {
    return side > 0;
  }

  Footprint footprint() {
    return Footprint.of(attitude, side);
  }
}
