package org.mmm.rooms;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.Args;
import org.mmm.kernel.Attitude;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

/** Whether there is room: how many, how far from the centre, and nothing solid inside another. */
final class SeatRules {
  /** How high above the floor one can stand, in metres. */
  static final double HIGHEST = 1_000;

  private SeatRules() {}

  /** Whether that Item can stand in that place, Rights aside, and where. */
  static Seating seat(PlaceState place, Args.Admission wish) {
    Seat present = place.seats().get(wish.item());
    if (wish.since() != null && (present == null || !present.since().equals(wish.since()))) {
      return clash(wish.item() + " has left " + place.id() + " meanwhile");
    }
    int capacity = place.item().birth().capacity();
    if (capacity > 0 && present == null && place.seats().size() >= capacity) {
      return clash(place.id() + " is full: it takes " + capacity);
    }
    List<Seat> others = others(place, wish.item());
    Attitude asked = wish.attitude();
    if (asked == null && wish.since() != null && present != null) {
      return new Seating.At(present.attitude());
    }
    double side = footprint(wish);
    return asked == null
        ? anywhere(place, side, others)
        : there(place, wish.item(), asked, side, others);
  }

  /** Metres of the footprint that counts: Personae walk through each other, and through walls. */
  static double footprint(Args.Admission wish) {
    return wish.dataType().equals("Persona") ? 0 : wish.side();
  }

  private static Seating anywhere(PlaceState place, double side, Collection<Seat> others) {
    double floor = place.item().birth().side();
    var spot = FreeSpots.first(floor, side, others);
    if (spot.isPresent()) return new Seating.At(spot.get());
    if (side == 0) return new Seating.At(Attitude.ORIGIN);
    if (floor > 0 && side > floor) {
      return outside("a footprint of " + metres(side) + " does not fit into " + room(place));
    }
    return clash("no free spot of " + metres(side) + " is left in " + place.id());
  }

  private static Seating there(
      PlaceState place, String item, Attitude at, double side, Collection<Seat> others) {
    double floor = place.item().birth().side();
    var footprint = Footprint.of(at, side);
    if (floor > 0 && !footprint.within(floor)) {
      String where = "(" + at.x() + ", " + at.z() + ")";
      return outside(item + " at " + where + " would stand outside " + room(place));
    }
    if (at.y() < 0 || at.y() > HIGHEST) {
      return outside(
          "the height in "
              + place.id()
              + " is 0 to "
              + metres(HIGHEST)
              + ", was "
              + metres(at.y()));
    }
    @Nullable Seat inTheWay = side == 0 ? null : overlapping(footprint, others);
    return inTheWay == null
        ? new Seating.At(at)
        : clash(item + " would stand inside " + inTheWay.item() + ", which is solid");
  }

  private static @Nullable Seat overlapping(Footprint footprint, Collection<Seat> others) {
    for (Seat seat : others) {
      if (seat.solid() && footprint.overlaps(seat.footprint())) return seat;
    }
    return null;
  }

  private static List<Seat> others(PlaceState place, String item) {
    return place.seats().values().stream().filter(s -> !s.item().equals(item)).toList();
  }

  private static Seating clash(String detail) {
    return new Seating.Refused(PaStatus.err(Reason.CLASH, detail));
  }

  private static Seating outside(String detail) {
    return new Seating.Refused(PaStatus.err(Reason.M_LOC_OOR, detail));
  }

  private static String room(PlaceState place) {
    return place.id() + ", a square of " + metres(place.item().birth().side());
  }

  private static String metres(double length) {
    return length + " m";
  }
}
