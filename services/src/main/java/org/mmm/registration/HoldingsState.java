package org.mmm.registration;

import org.mmm.intent.Answers;
import org.mmm.kernel.CborSerializable;

/**
 * How much an Account owns.
 *
 * @param items Items, places among them; those that are about to be made too
 * @param places Rooms, Parcels and M-Locations
 * @param counted by which calls, as long as they may be repeated
 * @param uncounted which calls count no more, as long: they gave it back, or were refused
 */
public record HoldingsState(int items, int places, Answers counted, Answers uncounted)
    implements CborSerializable {
  static final HoldingsState EMPTY = new HoldingsState(0, 0, Answers.none(), Answers.none());

  HoldingsState apply(HoldingsEvent event) {
    if (event instanceof HoldingsEvent.Counted e) {
      return new HoldingsState(
          items + e.items(), places + e.places(), counted.with(e.by()), uncounted);
    }
    if (event instanceof HoldingsEvent.Refused e) {
      return new HoldingsState(items, places, counted, uncounted.with(e.by()));
    }
    HoldingsEvent.Uncounted e = (HoldingsEvent.Uncounted) event;
    // What was owned before anything was counted is never missed.
    return new HoldingsState(
        Math.max(0, items - e.items()),
        Math.max(0, places - e.places()),
        counted,
        uncounted.with(e.by()));
  }
}
