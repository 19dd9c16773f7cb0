package org.mmm.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.awaitility.Awaitility;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/**
 * A real Cassandra for tests, one for all of this JVM, started when it is first needed: the one
 * that {@code MMM_TEST_CASSANDRA} names (host:port), else a container where an engine answers, else
 * a process. Where none can be had the tests fail.
 */
final class TestCassandra {
  private static final Duration START_WITHIN = Duration.ofMinutes(3);
  private static final String IMAGE = "cassandra:5.0";
  private static final int CQL = 9042;

  private TestCassandra() {}

  private static final class Lazily {
    static final InetSocketAddress ADDRESS = found();
  }

  /** Where its CQL port is. */
  static InetSocketAddress address() {
    return Lazily.ADDRESS;
  }

  private static InetSocketAddress found() {
    var given = System.getenv("MMM_TEST_CASSANDRA");
    if (given != null && !given.isBlank()) {
      var colon = given.lastIndexOf(':');
      return new InetSocketAddress(
          given.substring(0, colon), Integer.parseInt(given.substring(colon + 1).strip()));
    }
    return DockerClientFactory.instance().isDockerAvailable() ? container() : process();
  }

  /** The engine's own reaper removes it, however this JVM ends. */
  @SuppressWarnings("resource") // ends with the JVM
  private static InetSocketAddress container() {
    try {
      var container =
          new GenericContainer<>(IMAGE).withExposedPorts(CQL).withStartupTimeout(START_WITHIN);
      container.start();
      return new InetSocketAddress(container.getHost(), container.getMappedPort(CQL));
    } catch (RuntimeException e) {
      // An engine without a registry has no image; the process is as real.
      System.err.println("no container of " + IMAGE + ", so Cassandra runs as a process: " + e);
      return process();
    }
  }

  private static InetSocketAddress process() {
    try {
      var jar = Path.of(System.getProperty("mmm.cassandra.jar", ""));
      if (!Files.isRegularFile(jar)) {
        throw new IllegalStateException(
            "no Cassandra for tests: "
                + jar
                + " is missing; build with -am, or name one by MMM_TEST_CASSANDRA=host:port");
      }
      var data =
          Files.createTempDirectory(Files.createDirectories(Path.of("target")), "cassandra-");
      var address = new InetSocketAddress("127.0.0.1", freePort());
      var process = start(jar, data, address.getPort());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, data), "end-cassandra"));
      Awaitility.await("Cassandra accepts CQL")
          .atMost(START_WITHIN)
          .until(() -> accepts(process, data, address));
      return address;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process start(Path jar, Path data, int port) throws IOException {
    return new ProcessBuilder(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xms512m",
                "-Xmx512m",
                "-XX:MaxDirectMemorySize=256m",
                "-jar",
                jar.toString(),
                "--data",
                data.toString(),
                "--port",
                String.valueOf(port),
                "--storage-port",
                String.valueOf(freePort()),
                // Its standard input is a pipe of ours, which ends with us even where no hook runs.
                "--tied",
                "--scratch"))
        .redirectErrorStream(true)
        .redirectOutput(data.resolve("out").toFile())
        .start();
  }

  private static boolean accepts(Process process, Path data, InetSocketAddress address)
      throws IOException {
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "Cassandra ended with "
              + process.exitValue()
              + ": "
              + Files.readString(data.resolve("out"), UTF_8));
    }
    try (var socket = new Socket()) {
      socket.connect(address, 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private static void end(Process process, Path data) {
    try {
      process.destroyForcibly().waitFor();
      try (var files = Files.walk(data)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      System.err.println(data + " was left behind: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
