package org.mmm.local;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What cluster to start.
 *
 * @param nodes how many at first; 1 to 9
 * @param port of the first node's MMM-API, the others follow; 0 for any free ones
 * @param contactPoints where Cassandra is; null to start one
 * @param more further arguments of each node
 * @param jvm options of each node's JVM
 * @param startWithin how long it may take until all are ready
 */
public record ClusterPlan(
    int nodes,
    int port,
    @Nullable String contactPoints,
    List<String> more,
    List<String> jvm,
    Duration startWithin) {
  /** As many nodes as can be told apart at a glance, and more than one machine carries. */
  public static final int AT_MOST = 9;

  public ClusterPlan {
    if (nodes < 1 || nodes > AT_MOST) {
      throw new IllegalArgumentException("--nodes must be from 1 to " + AT_MOST + ", was " + nodes);
    }
    if (port != 0 && (port < 1 || port + AT_MOST > 65_535)) {
      throw new IllegalArgumentException(
          "--port must be 0 or from 1 to " + (65_535 - AT_MOST) + ", was " + port);
    }
    more = List.copyOf(more);
    jvm = List.copyOf(jvm);
  }
}
