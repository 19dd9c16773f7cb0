package org.mmm.rooms;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mmm.kernel.Attitude;

/**
 * Where one stands who does not say where: the first free spot of a square spiral from the centre,
 * in steps of 1 m, always the same for the same place.
 */
final class FreeSpots {
  /** How many spots are tried at most: a square of 65 m. */
  static final int TRIED = 65 * 65;

  private record Cell(long x, long z) {}

  private FreeSpots() {}

  /**
   * @param floor metres of the place's side; 0 for a place without bounds
   * @param side metres of the footprint of who comes; 0 for what is not solid
   * @param others who stands there already
   */
  static Optional<Attitude> first(double floor, double side, Collection<Seat> others) {
    Set<Cell> taken = new HashSet<>();
    for (Seat seat : others) {
      taken.add(new Cell(Math.round(seat.attitude().x()), Math.round(seat.attitude().z())));
    }
    List<Footprint> solids = others.stream().filter(Seat::solid).map(Seat::footprint).toList();
    long x = 0;
    long z = 0;
    long dx = 1;
    long dz = 0;
    int leg = 1;
    int onLeg = 0;
    for (int i = 0; i < TRIED; i++) {
      var spot = new Attitude(x, 0, z, 0, 0, 0);
      var footprint = Footprint.of(spot, side);
      boolean inside = floor == 0 || footprint.within(floor);
      if (inside
          && !taken.contains(new Cell(x, z))
          && solids.stream().noneMatch(footprint::overlaps)) {
        return Optional.of(spot);
      }
      x += dx;
      z += dz;
      if (++onLeg == leg) {
        onLeg = 0;
        long turned = dx;
        dx = -dz;
        dz = turned;
        if (dz == 0) leg++;
      }
    }
    return Optional.empty();
  }
}
