package org.mmm.cli;

import java.time.Duration;
import java.util.Optional;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Pause;
import org.mmm.home.Home;
import org.mmm.local.ClusterFiles;
import org.mmm.local.ClusterPlan;
import org.mmm.local.ClusterState;
import org.mmm.local.NodeState;
import org.mmm.local.NodeState.Phase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mmm cluster add}. */
@Command(
    name = "add",
    header = "Adds a node to a cluster on this machine, and waits until it is ready.",
    description = {"  mmm cluster add"})
final class ClusterAddCommand extends LocalCommand {
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  @Mixin private ClusterDirectory directory = new ClusterDirectory();

  @Override
  ExitCode perform() {
    Home home = surroundings().home();
    ClusterFiles files = directory.files(home);
    int number = directory.running(home).nodes().size() + 1;
    if (number > ClusterPlan.AT_MOST) {
      throw new Failure(
          ExitCode.REFUSED, "a local cluster has at most " + ClusterPlan.AT_MOST + " nodes");
    }
    files.requestAdd();
    long end = System.nanoTime() + ClusterStartCommand.NODE_WITHIN.toNanos();
    while (System.nanoTime() - end < 0) {
      ClusterState state = directory.running(home);
      Optional<NodeState> node = state.node(number);
      if (node.filter(one -> one.phase() == Phase.READY).isPresent()) {
        ClusterStartCommand.contexts(home, state, files);
        printer().print(ClusterTable.rows(state), ClusterTable::table);
        return ExitCode.OK;
      }
      if (node.filter(one -> one.phase() == Phase.FAILED).isPresent()) {
        break;
      }
      Pause.of(LOOK_EVERY);
    }
    throw new Failure(
        ExitCode.UNAVAILABLE,
        "node" + number + ": " + ClusterFiles.lastWord(files.nodeLog(number), "it is not ready"));
  }
}
