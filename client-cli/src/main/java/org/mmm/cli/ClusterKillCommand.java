package org.mmm.cli;

import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.local.ClusterState;
import org.mmm.local.NodeState;
import org.mmm.local.ProcessId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mmm cluster kill}. */
@Command(
    name = "kill",
    header = "Kills a node as a crash would (SIGKILL); its supervisor starts it again.",
    description = {"  mmm cluster kill 2"})
final class ClusterKillCommand extends LocalCommand {
  @Mixin private ClusterDirectory directory = new ClusterDirectory();

  @Parameters(paramLabel = "N", description = "The number of the node, from 1.")
  private int number;

  @Override
  ExitCode perform() {
    ClusterState state = directory.running(surroundings().home());
    NodeState node =
        state
            .node(number)
            .orElseThrow(
                () ->
                    new Failure(
                        ExitCode.NOT_FOUND,
                        "no node " + number + "; there are 1 to " + state.nodes().size()));
    ProcessId process = node.process();
    if (process == null || !process.kill()) {
      throw new Failure(
          ExitCode.CONFLICT, node.name() + " does not run just now; see mmm cluster status");
    }
    say(node.name() + " (process " + process.pid() + ") is killed");
    return ExitCode.OK;
  }
}
