package org.mmm.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Nodes that can be cut off from each other, on one Cassandra that all of them reach. */
final class SplitCluster implements AutoCloseable {
  /** The exit code of a node that was put out. */
  static final int DOWNED = 75;

  private static final Path DIST = Path.of(System.getProperty("mmm.dist", "target/mmm"));
  private static final int CQL = 9042;
  private static final int STORAGE = 7000;
  private static final int REMOTING = 25_520;
  private static final int API = 7070;
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(180);

  private final Path directory;
  private final Path world;
  private final int count;
  private final SplitNetwork network;
  private final Map<Integer, Process> nodes = new TreeMap<>();
  private final List<Process> all = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Thread onExit = new Thread(this::killAll, "end-split-cluster");

  private SplitCluster(Path directory, Path world, int count, SplitNetwork network) {
    this.directory = directory;
    this.world = world;
    this.count = count;
    this.network = network;
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  /** Starts all of it and waits until each node is ready. */
  static SplitCluster start(Path directory, Path world, int count) throws Exception {
    SplitCluster cluster = new SplitCluster(directory, world, count, new SplitNetwork(count));
    try {
      cluster.startCassandra();
      for (int node = 1; node <= count; node++) cluster.launch(node);
      for (int node = 1; node <= count; node++) cluster.awaitReady(node);
      return cluster;
    } catch (Exception | Error e) {
      cluster.close();
      throw e;
    }
  }

  /** Of every node, in order. */
  List<String> urls() {
    List<String> urls = new ArrayList<>();
    for (int node = 1; node <= count; node++) urls.add(url(node));
    return urls;
  }

  String operatorToken() throws IOException {
    return Files.readString(directory.resolve("operator.token")).strip();
  }

  /** None of these hears of any other node any more. */
  void cutOff(Set<Integer> some) throws Exception {
    network.cutOff(some);
  }

  void heal() throws Exception {
    network.heal();
  }

  /** Waits until that node has put itself out. */
  void awaitDowned(int node) {
    Process process = process(node);
    await("node " + node + " to end")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> !process.isAlive());
    assertThat(process.exitValue()).as("exit code of node " + node).isEqualTo(DOWNED);
  }

  boolean lives(int node) {
    return process(node).isAlive();
  }

  /** Starts a node that has ended, as a supervisor would. */
  void launch(int node) throws IOException {
    List<String> seeds = new ArrayList<>();
    for (int seed = 1; seed <= Math.min(3, count); seed++) {
      seeds.add(network.host(seed) + ":" + REMOTING);
    }
    List<String> command = new ArrayList<>(network.inside(node));
    command.addAll(
        List.of(java(), "-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp", DIST.resolve("lib") + "/*"));
    command.addAll(List.of("org.mmm.node.Main", "--name", "node" + node));
    command.addAll(List.of("--data", directory.resolve("node" + node).toString()));
    command.addAll(List.of("--host", network.host(node), "--port", String.valueOf(API)));
    command.addAll(List.of("--cluster-host", network.host(node)));
    command.addAll(List.of("--cluster-port", String.valueOf(REMOTING)));
    command.addAll(List.of("--seeds", String.join(",", seeds), "--journal", "cassandra"));
    command.addAll(List.of("--contact-points", network.outside() + ":" + CQL));
    command.addAll(List.of("--world", world.toString()));
    nodes.put(node, launch("node" + node, command));
  }

  void awaitReady(int node) {
    HttpRequest ready =
        HttpRequest.newBuilder(URI.create(url(node) + "/health/ready"))
            .timeout(Duration.ofSeconds(2))
            .build();
    await("node " + node + " to be ready")
        .atMost(STARTS_WITHIN)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              if (!lives(node)) throw new AssertionError("it ended: " + log("node" + node));
              try {
                return http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
              } catch (IOException notYet) {
                return false;
              }
            });
  }

  @Override
  public void close() throws InterruptedException {
    Runtime.getRuntime().removeShutdownHook(onExit);
    killAll();
    for (Process process : all) process.waitFor(10, TimeUnit.SECONDS);
    network.close();
  }

  private void killAll() {
    all.forEach(Process::destroyForcibly);
  }

  private void startCassandra() throws IOException {
    List<String> command = new ArrayList<>(List.of(java(), "-Xms512m", "-Xmx512m"));
    command.addAll(List.of("-XX:MaxDirectMemorySize=256m", "-jar"));
    command.add(DIST.resolve("lib/cassandra/mmm-cassandra.jar").toString());
    command.addAll(List.of("--data", directory.resolve("cassandra").toString()));
    command.addAll(List.of("--address", network.outside(), "--port", String.valueOf(CQL)));
    command.addAll(List.of("--storage-port", String.valueOf(STORAGE), "--tied"));
    Process cassandra = launch("cassandra", command);
    await("Cassandra to take connections")
        .atMost(STARTS_WITHIN)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              if (!cassandra.isAlive()) throw new AssertionError("it ended: " + log("cassandra"));
              try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(network.outside(), CQL), 1_000);
                return true;
              } catch (IOException notYet) {
                return false;
              }
            });
  }

  private Process launch(String name, List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(file(name).toFile()));
    for (String shared : List.of("master.key", "secrets", "operator.token")) {
      String variable = "MMM_" + shared.toUpperCase(java.util.Locale.ROOT).replace('.', '_');
      builder.environment().put(variable + "_FILE", directory.resolve(shared).toString());
    }
    builder.environment().put("MMM_CASSANDRA_CREATE_SCHEMA", "dev");
    Process process = builder.start();
    all.add(process);
    return process;
  }

  private Process process(int node) {
    return java.util.Objects.requireNonNull(nodes.get(node), "no node " + node);
  }

  private String url(int node) {
    return "http://" + network.host(node) + ":" + API;
  }

  private Path file(String name) {
    return directory.resolve(name + ".log");
  }

  private String log(String name) throws IOException {
    return Files.readString(file(name));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
