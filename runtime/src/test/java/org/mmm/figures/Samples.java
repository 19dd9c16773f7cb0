package org.mmm.figures;

import java.util.List;

/** A node with nothing to do. */
final class Samples {
  private Samples() {}

  static Levels levels(String node, String address, List<String> members) {
    return new Levels(
        node,
        new NodeState(
            address, "1", "abc", 1_000, List.of(), true, 1_000, members, List.of(), List.of()),
        List.of(new Figures.KindFigures("place", 1, 1, 0)),
        0,
        "embedded",
        true,
        0,
        0,
        new Figures.EdgeFigures(0, 0, 0),
        1,
        2,
        3,
        -1,
        new Figures.DiskFigures(1, 2));
  }
}
