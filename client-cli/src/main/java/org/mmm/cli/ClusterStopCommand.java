package org.mmm.cli;

import java.time.Duration;
import org.mmm.client.ExitCode;
import org.mmm.local.ClusterState;
import org.mmm.local.Leftovers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mmm cluster stop}. */
@Command(
    name = "stop",
    header = "Stops a cluster: its nodes one after the other, then its Cassandra. Data stay.",
    description = {"  mmm cluster stop", "  mmm cluster stop --data DIR"})
final class ClusterStopCommand extends LocalCommand {
  /** Each node may take 40 s. */
  private static final Duration WITHIN = Duration.ofMinutes(6);

  @Mixin private ClusterDirectory directory = new ClusterDirectory();

  @Override
  ExitCode perform() {
    ClusterState state = directory.running(surroundings().home());
    state.supervisor().terminate();
    Leftovers.awaitEnd(state.supervisor(), WITHIN);
    Leftovers.end(directory.files(surroundings().home()).state().orElse(state));
    say("stopped; the data are in " + directory.files(surroundings().home()).dir());
    return ExitCode.OK;
  }
}
