package org.mmm.rooms;

import org.mmm.kernel.Attitude;
import org.mmm.pa.PaStatus;

/** What comes of the wish to stand in a place. */
sealed interface Seating {
  record At(Attitude attitude) implements Seating {}

  record Refused(PaStatus.Err why) implements Seating {}
}
