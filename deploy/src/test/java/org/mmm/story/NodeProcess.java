package org.mmm.story;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mmm.local.Ports;

/** A node of the assembled distribution, as a process of its own. */
public final class NodeProcess implements AutoCloseable {
  private static final Path DIST = Path.of(System.getProperty("mmm.dist", "target/mmm"));

  private final Path data;
  private final List<String> more;
  private final int port;
  private Process process;

  private NodeProcess(Path data, int port, List<String> more) throws IOException {
    this.data = data;
    this.port = port;
    this.more = more;
    this.process = launch();
  }

  /** Starts a node on that data directory and a free port, and waits until it is ready. */
  public static NodeProcess start(Path data, String... more) throws IOException {
    int port = Ports.any("127.0.0.1");
    NodeProcess node = new NodeProcess(data, port, List.of(more));
    node.awaitReady();
    return node;
  }

  /** The same, of an M-Instance that speaks with others; its ID is where its API is. */
  public static NodeProcess federated(Path data) throws IOException {
    int port = Ports.any("127.0.0.1");
    NodeProcess node = new NodeProcess(data, port, List.of("--federation-id", "127.0.0.1:" + port));
    node.awaitReady();
    return node;
  }

  /** Its ID among M-Instances. */
  public String id() {
    return "127.0.0.1:" + port;
  }

  /** Where its API is. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Its data directory. */
  public Path data() {
    return data;
  }

  /** What the operating system does to a process at its worst. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Sends it a signal of the operating system by its name, as in {@code STOP}. */
  public void signal(String name) throws IOException, InterruptedException {
    String pid = String.valueOf(process.pid());
    int code = new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
    if (code != 0) throw new IOException("kill -" + name + " ended with " + code);
  }

  /** Starts it again on the same data and port, and waits until it is ready. */
  public void restart() throws IOException {
    process = launch();
    awaitReady();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private Process launch() throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                DIST.resolve("lib") + "/*",
                "org.mmm.node.Main",
                "--data",
                data.toString(),
                "--port",
                String.valueOf(port)));
    command.addAll(more);
    Files.createDirectories(data.toAbsolutePath().getParent());
    Path log = data.resolveSibling(data.getFileName() + ".log");
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private void awaitReady() {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest ready =
        HttpRequest.newBuilder(URI.create(url() + "/health/ready"))
            .timeout(Duration.ofSeconds(2))
            .build();
    await("the node at " + url() + " to be ready")
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              if (!process.isAlive()) {
                throw new AssertionError(
                    "the node ended: "
                        + Files.readString(data.resolveSibling(data.getFileName() + ".log")));
              }
              try {
                return http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
              } catch (IOException e) {
                return false;
              }
            });
  }
}
