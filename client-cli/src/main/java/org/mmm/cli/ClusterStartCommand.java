package org.mmm.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.child.Distribution;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.home.Context;
import org.mmm.home.Home;
import org.mmm.local.ClusterFiles;
import org.mmm.local.ClusterPlan;
import org.mmm.local.ClusterState;
import org.mmm.local.NodeState;
import org.mmm.local.Supervisor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mmm cluster start}. */
@Command(
    name = "start",
    header = "Starts nodes on this machine, and looks after them until Ctrl-C.",
    description = {
      "  mmm cluster start --nodes 3",
      "  mmm cluster start --nodes 3 --detach",
      "  mmm cluster start --nodes 3 --journal cassandra --contact-points cass1:9042",
      "  mmm cluster start --nodes 3 --world friends-meet --data friends --port 0",
      "  mmm run examples/phase0.mmm --context node2"
    },
    footerHeading = "%n",
    footer = {
      "Without --contact-points it brings a Cassandra along, with one copy of all data.",
      "A node that ends is started again, with a pause that grows to 30 s."
    })
final class ClusterStartCommand extends LocalCommand {
  /** Of one node; the first start of a Cassandra takes as long. */
  static final Duration NODE_WITHIN = Duration.ofMinutes(3);

  @Mixin private ClusterDirectory directory = new ClusterDirectory();

  @Option(
      names = "--nodes",
      paramLabel = "N",
      description = "How many nodes, 1 to 9 (default: ${DEFAULT-VALUE}).")
  private int nodes = 3;

  @Option(
      names = "--journal",
      paramLabel = "KIND",
      description = "Where the journal is: cassandra, which nodes can share.")
  private String journal = "cassandra";

  @Option(
      names = "--contact-points",
      paramLabel = "H:P",
      description = "A Cassandra that runs, host:port separated by commas (default: start one).")
  private @Nullable String contactPoints;

  @Option(
      names = "--port",
      paramLabel = "N",
      description =
          "The port of the first node's MMM-API, the others follow; 0 for any free ones, those of"
              + " Cassandra and between nodes too, the same again if they can be had (default:"
              + " ${DEFAULT-VALUE}).")
  private int port = Context.DEFAULT_PORT;

  @Option(names = "--world", paramLabel = "FILE", description = "What the M-Instance starts with.")
  private @Nullable Path world;

  @Option(
      names = "--register",
      paramLabel = "WHO",
      description = "Who may register: open, invite or closed (default: as the nodes are set).")
  private @Nullable String register;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings of all nodes, as HOCON (default: those of the environment).")
  private @Nullable Path config;

  @Option(names = "--jvm", paramLabel = "OPTION", description = "An option of each node's JVM.")
  private List<String> jvm = List.of();

  @Option(names = "--detach", description = "Leave it running in the background.")
  private boolean detach;

  @Override
  ExitCode perform() throws InterruptedException {
    Home home = surroundings().home();
    ClusterFiles files = directory.files(home);
    ClusterPlan plan = plan();
    if (detach) {
      ClusterState state = Detached.start(spec, files, NODE_WITHIN.multipliedBy(2));
      started(home, files, state);
      return ExitCode.OK;
    }
    Distribution distribution =
        Distribution.find(System.getProperty("mmm.dist"), surroundings().environment());
    Supervisor supervisor = new Supervisor(plan, files, distribution, line -> say("mmm: " + line));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor), "stop-cluster"));
    started(home, files, supervisor.start());
    supervisor.run();
    return ExitCode.OK;
  }

  /** All nodes, that one first: they are one M-Instance, and any can be asked. */
  private static Context context(
      String name, NodeState node, ClusterState state, ClusterFiles files) {
    List<URI> all =
        state.nodes().stream()
            .map(NodeState::url)
            .filter(url -> !url.isEmpty())
            .map(URI::create)
            .toList();
    URI operator = node.operatorUrl().isEmpty() ? null : URI.create(node.operatorUrl());
    return new Context(
        name, URI.create(node.url()), all, operator, files.operatorToken().toString());
  }

  /** A context for each node, by its name, and the default one, which begins with the first. */
  static void contexts(Home home, ClusterState state, ClusterFiles files) {
    for (NodeState node : state.nodes()) {
      if (!node.url().isEmpty()) {
        home.contexts().set(context(node.name(), node, state, files));
      }
    }
    home.contexts().set(context(Context.DEFAULT_NAME, state.nodes().get(0), state, files));
  }

  private void started(Home home, ClusterFiles files, ClusterState state) {
    contexts(home, state, files);
    printer().print(ClusterTable.rows(state), ClusterTable::table);
    surroundings().out().flush();
  }

  private ClusterPlan plan() {
    if (!journal.equals("cassandra")) {
      throw new Failure(
          ExitCode.USAGE,
          "--journal must be cassandra, was "
              + journal
              + ": an embedded journal is one node's; for one node use mmm up");
    }
    List<String> more = new ArrayList<>();
    if (world != null) {
      boolean word = world.getNameCount() == 1 && !Files.exists(world);
      more.addAll(List.of("--world", (word ? world : world.toAbsolutePath()).toString()));
    }
    if (register != null) {
      more.addAll(List.of("--register", register));
    }
    if (config != null) {
      more.addAll(List.of("--config", config.toAbsolutePath().toString()));
    }
    try {
      return new ClusterPlan(nodes, port, contactPoints, more, jvm, NODE_WITHIN.multipliedBy(2));
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private static void stop(Supervisor supervisor) {
    try {
      supervisor.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
