package org.mmm.local;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor tells of its cluster.
 *
 * @param contactPoints where Cassandra is
 * @param cassandra the one that it started; null where it was given one
 */
public record ClusterState(
    ProcessId supervisor,
    String contactPoints,
    @Nullable CassandraState cassandra,
    List<NodeState> nodes) {
  public ClusterState {
    nodes = List.copyOf(nodes);
  }

  /** The node of that number. */
  public Optional<NodeState> node(int number) {
    return nodes.stream().filter(node -> node.number() == number).findFirst();
  }

  /** Whether the nodes that should run are all ready, as the supervisor last saw them. */
  public boolean allReady() {
    return nodes.stream().anyMatch(node -> node.phase() == NodeState.Phase.READY)
        && nodes.stream()
            .map(NodeState::phase)
            .allMatch(is -> is == NodeState.Phase.READY || is == NodeState.Phase.STOPPED);
  }
}
