package org.mmm.cli;

import org.mmm.client.ExitCode;
import org.mmm.local.ClusterState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mmm cluster status}. */
@Command(
    name = "status",
    header = "Shows the processes of a cluster on this machine; exit code 7 if one is not ready.",
    description = {"  mmm cluster status", "  mmm cluster status -o json"})
final class ClusterStatusCommand extends LocalCommand {
  @Mixin private ClusterDirectory directory = new ClusterDirectory();

  @Override
  ExitCode perform() {
    ClusterState state = directory.running(surroundings().home());
    printer().print(ClusterTable.rows(state), ClusterTable::table);
    return state.allReady() ? ExitCode.OK : ExitCode.UNAVAILABLE;
  }
}
