package org.mmm.local;

/**
 * The Cassandra that was started with the cluster.
 *
 * @param port of CQL
 * @param storagePort where it would speak to others
 */
public record CassandraState(int port, int storagePort, ProcessId process) {}
