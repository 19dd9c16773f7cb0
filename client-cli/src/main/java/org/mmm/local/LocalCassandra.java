package org.mmm.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mmm.child.Distribution;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;

/** The Cassandra of a cluster that was given none. It ends with its supervisor at the latest. */
final class LocalCassandra {
  static final String HOST = "127.0.0.1";
  private static final int CQL = 9042;
  private static final int STORAGE = 7000;
  private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

  private final Distribution distribution;
  private final ClusterFiles files;
  private final int port;
  private final int storagePort;
  private Process process;

  /**
   * Starts it.
   *
   * @param before the one of an earlier start, whose ports are taken again if they can be had
   * @param anyPorts whether it takes any free ports, and not those that are usual if they are free
   */
  LocalCassandra(
      Distribution distribution,
      ClusterFiles files,
      @Nullable CassandraState before,
      boolean anyPorts) {
    this.distribution = distribution;
    this.files = files;
    this.port = Ports.freeOr(HOST, before == null ? usual(CQL, anyPorts) : before.port());
    this.storagePort =
        Ports.freeOr(HOST, before == null ? usual(STORAGE, anyPorts) : before.storagePort());
    this.process = launch();
  }

  private static int usual(int port, boolean anyPorts) {
    return anyPorts ? 0 : port;
  }

  String contactPoint() {
    return HOST + ":" + port;
  }

  CassandraState state() {
    return new CassandraState(port, storagePort, ProcessId.of(process.toHandle()));
  }

  /** Whether it takes connections. */
  boolean accepts() {
    if (!process.isAlive()) {
      throw new Failure(
          ExitCode.UNAVAILABLE,
          "Cassandra ended with code " + process.exitValue() + "; see " + files.cassandraLog());
    }
    return Ports.accepts(HOST, port);
  }

  /** Starts it again if it has ended. */
  boolean revive() {
    if (process.isAlive()) {
      return false;
    }
    process = launch();
    return true;
  }

  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private Process launch() {
    return Programs.start(
        List.of(
            "-Xms512m",
            "-Xmx512m",
            "-XX:MaxDirectMemorySize=256m",
            "-Djava.io.tmpdir=" + files.emptyScratch(),
            "-jar",
            distribution.cassandra().toString(),
            "--data",
            files.cassandra().toString(),
            "--address",
            HOST,
            "--port",
            String.valueOf(port),
            "--storage-port",
            String.valueOf(storagePort),
            "--tied"),
        Map.of(),
        files.cassandraLog());
  }
}
