package org.mmm.cassandra;

/** The configuration of a Cassandra that is alone and small. */
final class Yaml {
  private Yaml() {}

  static String of(Arguments arguments) {
    // Paths and addresses stand in quotes, in which YAML knows no escapes but ''.
    String data = arguments.data().toString().replace("'", "''");
    String address = arguments.address().replace("'", "''");
    return
"""
    cluster_name: mmm-local
    num_tokens: 1
    partitioner: org.apache.cassandra.dht.Murmur3Partitioner
    endpoint_snitch: SimpleSnitch
    listen_address: '%2$s'
    rpc_address: '%2$s'
    start_native_transport: true
    native_transport_port: %3$d
    storage_port: %4$d
    seed_provider:
      - class_name: org.apache.cassandra.locator.SimpleSeedProvider
        parameters:
          - seeds: '%2$s:%4$d'
    data_file_directories: ['%1$s/data']
    commitlog_directory: '%1$s/commitlog'
    saved_caches_directory: '%1$s/saved_caches'
    hints_directory: '%1$s/hints'
    cdc_raw_directory: '%1$s/cdc_raw'
    # A kill loses nothing that was acknowledged, nor does a loss of power. Periodic loses what came since the last
    # period, by a kill too: what stands behind the last mark is not read again.
    commitlog_sync: %5$s
    # Half of it is the largest row that is taken: room for a snapshot of 8 MiB.
    commitlog_segment_size: 20MiB
    memtable_heap_space: 64MiB
    memtable_offheap_space: 64MiB
    auto_snapshot: false
"""
        .formatted(
            data,
            address,
            arguments.port(),
            arguments.storagePort(),
            arguments.scratch() ? "periodic\n    commitlog_sync_period: 1000ms" : "batch");
  }
}
