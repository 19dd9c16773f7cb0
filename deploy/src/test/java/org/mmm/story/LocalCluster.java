package org.mmm.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.mmm.local.ClusterFiles;
import org.mmm.local.ClusterState;
import org.mmm.local.Leftovers;
import org.mmm.local.NodeState;
import org.mmm.local.NodeState.Phase;
import org.mmm.local.ProcessId;

/**
 * Several nodes and a Cassandra, started from nothing by {@code mmm cluster}, and what may happen
 * to their processes. Nodes are counted from 1.
 */
final class LocalCluster implements AutoCloseable {
  /** A node that was killed is started again, joins, and has its part of the entities. */
  private static final Duration BACK_WITHIN = Duration.ofSeconds(180);

  private final ClusterFiles files;
  private final Cli cli;
  private final List<String> start;
  private final Thread onExit = new Thread(this::stopQuietly, "stop-cluster");

  private LocalCluster(Path directory, List<String> start) {
    this.files = new ClusterFiles(directory.resolve("cluster"));
    this.cli = new Cli(directory.resolve("operator"));
    this.start = start;
  }

  /**
   * Starts a cluster and waits until all nodes are ready.
   *
   * @param more further options of {@code mmm cluster start}
   */
  static LocalCluster start(Path directory, int nodes, String... more)
      throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(List.of("cluster", "start", "--nodes", String.valueOf(nodes)));
    words.addAll(List.of("--port", "0", "--detach", "--jvm", "-XX:TieredStopAtLevel=1"));
    words.addAll(Arrays.asList(more));
    LocalCluster cluster = new LocalCluster(directory, words);
    Runtime.getRuntime().addShutdownHook(cluster.onExit);
    cluster.start();
    return cluster;
  }

  /** Starts what was stopped, on the data that are there. */
  void start() throws IOException, InterruptedException {
    Cli.Outcome started = mmm(start);
    assertThat(started.exit()).as(started.err() + logs()).isZero();
  }

  /** Stops all processes in order; the data stay. */
  void stop() throws IOException, InterruptedException {
    Cli.Outcome stopped = mmm(List.of("cluster", "stop"));
    assertThat(stopped.exit()).as(stopped.err()).isZero();
  }

  /** One more node, which is ready afterwards. */
  void add() throws IOException, InterruptedException {
    Cli.Outcome added = mmm(List.of("cluster", "add"));
    assertThat(added.exit()).as(added.err() + logs()).isZero();
  }

  /** What the supervisor says at this moment. */
  ClusterState state() {
    return files.state().orElseThrow();
  }

  NodeState node(int number) {
    return state().node(number).orElseThrow();
  }

  /** Of every node, in order. */
  List<String> urls() {
    return state().nodes().stream().map(NodeState::url).toList();
  }

  String url(int number) {
    return node(number).url();
  }

  /** The token of the operator, good at every node. */
  String operatorToken() throws IOException {
    return Files.readString(files.operatorToken()).strip();
  }

  /** What the operating system does to a process at its worst; its supervisor starts it again. */
  void kill(int... numbers) {
    for (ProcessId process : Arrays.stream(numbers).mapToObj(this::process).toList()) {
      assertThat(process.kill()).as("process " + process + " was there to be killed").isTrue();
    }
  }

  /** Kills all nodes at once; Cassandra goes on. */
  void killAll() {
    kill(state().nodes().stream().mapToInt(NodeState::number).toArray());
  }

  /** Stops a process without ending it (SIGSTOP). */
  void pause(int number) throws IOException, InterruptedException {
    signal("STOP", process(number));
  }

  /** Lets it go on (SIGCONT). */
  void resume(int number) throws IOException, InterruptedException {
    signal("CONT", process(number));
  }

  /** Stops Cassandra without ending it, so that nothing it holds is lost and nothing answers. */
  void pauseCassandra() throws IOException, InterruptedException {
    signal("STOP", cassandra());
  }

  /** Lets it go on. */
  void resumeCassandra() throws IOException, InterruptedException {
    signal("CONT", cassandra());
  }

  /** Ends a node in order; its supervisor starts it again. */
  void restart(int number) {
    int starts = node(number).starts();
    assertThat(process(number).terminate()).isTrue();
    awaitReady(number, starts + 1);
  }

  /** Waits until that node is ready and was started at least so often. */
  void awaitReady(int number, int starts) {
    await("node " + number + " to be ready after its start " + starts)
        .atMost(BACK_WITHIN)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              NodeState node = node(number);
              if (node.phase() == Phase.FAILED) throw new AssertionError(node + logs());
              return node.phase() == Phase.READY && node.starts() >= starts;
            });
  }

  /** Waits until each node is ready. */
  void awaitAllReady() {
    for (NodeState node : state().nodes()) awaitReady(node.number(), 1);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    Runtime.getRuntime().removeShutdownHook(onExit);
    if (files.state().filter(state -> state.supervisor().lives()).isPresent()) stop();
  }

  private void stopQuietly() {
    files.state().ifPresent(Leftovers::killAll);
  }

  private ProcessId process(int number) {
    return Objects.requireNonNull(node(number).process(), "node " + number + " does not run");
  }

  private ProcessId cassandra() {
    return Objects.requireNonNull(state().cassandra(), "no Cassandra of its own").process();
  }

  private static void signal(String name, ProcessId process)
      throws IOException, InterruptedException {
    assertThat(process.lives()).isTrue();
    Process kill =
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).inheritIO().start();
    assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(kill.exitValue()).isZero();
  }

  private Cli.Outcome mmm(List<String> words) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of("--data", files.dir().toString()));
    return cli.json(all.toArray(String[]::new));
  }

  private String logs() throws IOException {
    StringBuilder all = new StringBuilder();
    for (int i = 1; Files.exists(files.nodeLog(i)); i++) {
      all.append("\nnode").append(i).append(":\n").append(Files.readString(files.nodeLog(i)));
    }
    return all.toString();
  }
}
