package org.mmm.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
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
public final class LocalCluster implements AutoCloseable {
  /** A node that was killed is started again, joins, and has its part of the entities. */
  private static final Duration BACK_WITHIN = Duration.ofSeconds(180);

  /** A minority looks around for some seconds before it ends. */
  private static final Duration DOWNED_WITHIN = Duration.ofSeconds(60);

  /** What stopping may take: the grace of a node, and Cassandra. */
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(150);

  /** The exit code of a node that was put out, or put itself out. */
  private static final int DOWNED = 75;

  /** Lines of a log that are shown. */
  private static final int NEWEST = 60;

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
  public static LocalCluster start(Path directory, int nodes, String... more)
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
  public void stop() throws IOException, InterruptedException {
    Cli.Outcome stopped = mmm(List.of("cluster", "stop"));
    assertThat(stopped.exit()).as(stopped.err()).isZero();
  }

  /** One more node, which is ready afterwards. */
  public void add() throws IOException, InterruptedException {
    Cli.Outcome added = mmm(List.of("cluster", "add"));
    assertThat(added.exit()).as(added.err() + logs()).isZero();
  }

  /** What the supervisor says at this moment. */
  public ClusterState state() {
    return files.state().orElseThrow();
  }

  /** That node, as the supervisor sees it at this moment. */
  public NodeState node(int number) {
    return state().node(number).orElseThrow();
  }

  /** Of every node, in order. */
  public List<String> urls() {
    return state().nodes().stream().map(NodeState::url).toList();
  }

  /** Of one node. */
  public String url(int number) {
    return node(number).url();
  }

  /** The token of the operator, good at every node. */
  public String operatorToken() throws IOException {
    return Files.readString(files.operatorToken()).strip();
  }

  /** What the operating system does to a process at its worst; its supervisor starts it again. */
  public void kill(int... numbers) {
    for (ProcessId process : Arrays.stream(numbers).mapToObj(this::process).toList()) {
      assertThat(process.kill()).as("process " + process + " was there to be killed").isTrue();
    }
  }

  /** Kills all nodes at once; Cassandra goes on. */
  public void killAll() {
    kill(state().nodes().stream().mapToInt(NodeState::number).toArray());
  }

  /** Stops a process without ending it (SIGSTOP). */
  public void pause(int number) throws IOException, InterruptedException {
    signal("STOP", process(number));
  }

  /** Lets it go on (SIGCONT). */
  public void resume(int number) throws IOException, InterruptedException {
    signal("CONT", process(number));
  }

  /** Stops Cassandra without ending it, so that nothing it holds is lost and nothing answers. */
  public void pauseCassandra() throws IOException, InterruptedException {
    signal("STOP", cassandra());
  }

  /** Kills Cassandra; its supervisor starts it again on the same data. */
  public void killCassandra() {
    ProcessId killed = cassandra();
    assertThat(killed.kill()).as("Cassandra was there to be killed").isTrue();
    await("Cassandra to be dead").atMost(Duration.ofSeconds(10)).until(() -> !killed.lives());
  }

  /** Waits until Cassandra takes connections. */
  public void awaitCassandra() {
    String place = state().contactPoints();
    int colon = place.lastIndexOf(':');
    InetSocketAddress address =
        new InetSocketAddress(
            place.substring(0, colon), Integer.parseInt(place.substring(colon + 1)));
    await("Cassandra to take connections")
        .atMost(BACK_WITHIN)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              try (Socket socket = new Socket()) {
                socket.connect(address, 1_000);
                return true;
              } catch (IOException notYet) {
                return false;
              }
            });
  }

  /** Lets it go on. */
  public void resumeCassandra() throws IOException, InterruptedException {
    signal("CONT", cassandra());
  }

  /** Moves all shards off a node, which goes on answering. */
  public void drain(int number) throws IOException, InterruptedException {
    operate("drain", number);
  }

  /** Lets a node that was drained take shards again. */
  public void undrain(int number) throws IOException, InterruptedException {
    operate("undrain", number);
  }

  /** As the operator does it at another node. */
  private void operate(String what, int number) throws IOException, InterruptedException {
    String at = node(number == 1 ? 2 : 1).name();
    Cli.Outcome done = cli.json("node", what, node(number).name(), "--context", at);
    assertThat(done.exit()).as(done.err() + logs()).isZero();
  }

  /** Ends a node in order, and does not wait; its supervisor starts it again. */
  public void terminate(int number) {
    assertThat(process(number).terminate()).isTrue();
  }

  /** Ends a node in order; its supervisor starts it again. */
  public void restart(int number) {
    int starts = node(number).starts();
    terminate(number);
    awaitReady(number, starts + 1);
  }

  /** Ctrl-C: what was started by the supervisor ends with it. */
  void interrupt() throws IOException, InterruptedException {
    ClusterState state = state();
    List<ProcessId> all = new ArrayList<>(List.of(cassandra(), state.supervisor()));
    for (NodeState node : state.nodes()) all.add(process(node.number()));
    // Whoever runs these tests in the background of a script has their processes ignore Ctrl-C.
    signal(ignoresInterrupts(state.supervisor()) ? "TERM" : "INT", state.supervisor());
    await("all processes to end")
        .atMost(ENDS_WITHIN)
        .until(() -> all.stream().noneMatch(ProcessId::lives));
  }

  private static boolean ignoresInterrupts(ProcessId process) throws IOException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    if (!Files.exists(status)) return false; // only Linux tells
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("SigIgn:"))
          .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }
  }

  /** Waits until that node is ready and was started at least so often. */
  public void awaitReady(int number, int starts) {
    try {
      await("node " + number + " to be ready after its start " + starts)
          .atMost(BACK_WITHIN)
          .pollInterval(Duration.ofMillis(200))
          .until(
              () -> {
                NodeState node = node(number);
                if (node.phase() == Phase.FAILED) throw new AssertionError(node + logs());
                return node.phase() == Phase.READY && node.starts() >= starts;
              });
    } catch (ConditionTimeoutException late) {
      throw new AssertionError(late.getMessage() + "\n" + node(number) + logs(), late);
    }
  }

  /** Waits until that node, started so often by then, has ended because it was put out. */
  public void awaitDowned(int number, int starts) {
    await("node " + number + " to end with " + DOWNED)
        .atMost(DOWNED_WITHIN)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              NodeState node = node(number);
              boolean ended = node.starts() > starts || node.phase() == Phase.WAITING;
              return ended && Integer.valueOf(DOWNED).equals(node.lastExit());
            });
  }

  /** Waits until each node is ready. */
  public void awaitAllReady() {
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

  /** The newest of what the nodes say. */
  private String logs() {
    StringBuilder all = new StringBuilder();
    try {
      for (int i = 1; Files.exists(files.nodeLog(i)); i++) {
        List<String> said = Files.readAllLines(files.nodeLog(i));
        List<String> newest = said.subList(Math.max(0, said.size() - NEWEST), said.size());
        all.append("\nnode").append(i).append(":\n").append(String.join("\n", newest));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }
}
