package org.mmm.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of all nodes that one node sees.
 *
 * @param nodes one for each member of the cluster, by address
 */
public record AllFigures(List<OfNode> nodes) {
  public AllFigures {
    nodes = List.copyOf(nodes);
  }

  /**
   * One node.
   *
   * @param address where the others reach it, {@code host:port}
   * @param figures null if it did not tell in time
   */
  public record OfNode(String address, @Nullable Figures figures) {}
}
