package org.mmm.figures;

import java.util.List;

/**
 * Whether a node serves, and how it sees the cluster.
 *
 * @param address where the other nodes reach it, {@code host:port}
 * @param version of the program
 * @param settings a fingerprint of the settings that must be the same on all nodes
 * @param clock its wall clock, epoch milliseconds
 * @param notReady why it is not ready; none if it is
 * @param leaseHeld whether it may write and acknowledge
 * @param leaseSince since when that is so, epoch milliseconds, to about a second
 * @param members the nodes that it sees in the cluster, {@code host:port}, in order
 * @param unreachable those of them that it does not reach
 * @param living the nodes that the shared store knows as living, {@code host:port}, in order; none
 *     where nodes share no store
 */
public record NodeState(
    String address,
    String version,
    String settings,
    long clock,
    List<String> notReady,
    boolean leaseHeld,
    long leaseSince,
    List<String> members,
    List<String> unreachable,
    List<String> living) {
  public NodeState {
    notReady = List.copyOf(notReady);
    members = members.stream().sorted().toList();
    unreachable = unreachable.stream().sorted().toList();
    living = living.stream().sorted().toList();
  }
}
