package org.mmm.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mmm.kernel.Attitude;

/**
 * Parcels in square rings around a centre that stays clear. A ring is walked from its north-west
 * corner clockwise, seen from above; the innermost ring comes first.
 */
final class ParcelGrid {
  private ParcelGrid() {}

  /**
   * The Parcels of a grid, numbered from 1 with as many digits as the last one has.
   *
   * @param around metres of the side of the place in which they lie
   * @throws IllegalArgumentException if they do not fit
   */
  static List<WorldFile.PlaceEntry> places(WorldFile.Grid grid, double around) {
    double cell = grid.side() + grid.gap();
    int ring = (int) Math.ceil(grid.clear() / 2 / cell);
    int digits = Integer.toString(grid.count()).length();
    List<WorldFile.PlaceEntry> places = new ArrayList<>();
    for (; places.size() < grid.count(); ring++) {
      double edge = (ring + 1) * cell - grid.gap() / 2;
      if (edge > around / 2) {
        throw new IllegalArgumentException(
            "parcels: "
                + grid.count()
                + " of them reach "
                + edge
                + " m from the centre of "
                + grid.inside()
                + ", which ends at "
                + around / 2
                + " m");
      }
      for (Attitude at : ring(ring, cell)) {
        if (places.size() == grid.count()) break;
        String number = String.format(Locale.ROOT, "%0" + digits + "d", places.size() + 1);
        places.add(
            new WorldFile.PlaceEntry(
                grid.prefix() + number,
                "Parcel",
                "",
                grid.side(),
                0,
                false,
                true,
                grid.owner(),
                grid.inside(),
                at));
      }
    }
    return places;
  }

  /** The centres of the cells of one ring; ring 0 is the four around the centre. */
  private static List<Attitude> ring(int ring, double cell) {
    int last = 2 * ring + 1;
    List<Attitude> centres = new ArrayList<>();
    for (int i = 0; i <= last; i++) centres.add(at(i, 0, ring, cell));
    for (int j = 1; j <= last; j++) centres.add(at(last, j, ring, cell));
    for (int i = last - 1; i >= 0; i--) centres.add(at(i, last, ring, cell));
    for (int j = last - 1; j >= 1; j--) centres.add(at(0, j, ring, cell));
    return centres;
  }

  private static Attitude at(int column, int row, int ring, double cell) {
    return new Attitude((column - ring - 0.5) * cell, 0, (row - ring - 0.5) * cell, 0, 0, 0);
  }
}
