package org.mmm.live;

import static java.util.Objects.requireNonNull;

/**
 * A Persona's seat in a live Room, as it was when it was asked for. The Room's frames say when it
 * changes.
 *
 * @param persona the Persona's ID
 * @param slot its number in the Room's frames
 * @param incarnation of the Room; input names it
 * @param generation raised by each Process Action that places the Persona; input names it
 */
public record Seat(String persona, int slot, long incarnation, long generation) {
  public Seat {
    requireNonNull(persona, "the Persona is missing");
    if (slot < 0 || incarnation < 0 || generation < 0) {
      throw new IllegalArgumentException(
          "a seat has no number below 0, was " + slot + ", " + incarnation + ", " + generation);
    }
  }
}
