package org.mmm.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.home.Home;
import org.mmm.local.ClusterFiles;
import org.mmm.local.ClusterState;
import picocli.CommandLine.Option;

/** Which of the clusters on this machine is meant. */
final class ClusterDirectory {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The directory of the cluster (default: ~/.mmm/cluster).")
  private @Nullable Path data;

  ClusterFiles files(Home home) {
    return new ClusterFiles(data != null ? data : home.dir().resolve("cluster"));
  }

  /**
   * The cluster that runs there.
   *
   * @throws Failure NOT_FOUND if none does
   */
  ClusterState running(Home home) {
    ClusterFiles files = files(home);
    return files
        .state()
        .filter(state -> state.supervisor().lives())
        .orElseThrow(
            () ->
                new Failure(
                    ExitCode.NOT_FOUND,
                    "no cluster runs in "
                        + files.dir()
                        + ": start one with mmm cluster start, or name its directory by --data"));
  }
}
