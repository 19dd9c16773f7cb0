package org.mmm.faults;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Takes many minutes: {@code mvn verify -Pfaults}. */
@Tag("long")
@DisplayName("Nodes on a Cassandra, under load, for long,")
class LongFaultsIT {
  private static final int KILLS = Integer.getInteger("mmm.kills", 30);

  @TempDir Path directory;

  @Test
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  @DisplayName("are killed one after the other")
  void kills() throws Exception {
    runs("kills", 3, Collections.nCopies(KILLS, ClusterFault.KILL));
  }

  @Test
  @Timeout(value = 40, unit = TimeUnit.MINUTES)
  @DisplayName("three of them suffer each long fault")
  void three() throws Exception {
    runs(
        "long-three",
        3,
        List.of(
            ClusterFault.KILL_TWO,
            ClusterFault.PAUSE_20,
            ClusterFault.PAUSE_AND_KILL_HEIR,
            ClusterFault.KILL_DURING_HAND_OVER,
            ClusterFault.DRAIN,
            ClusterFault.DRAIN_OLDEST,
            ClusterFault.ROLLING_RESTART,
            ClusterFault.CASSANDRA_PAUSE_30,
            ClusterFault.CASSANDRA_KILL,
            ClusterFault.KILL_ALL));
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  @DisplayName("five of them lose two at once, and go on")
  void five() throws Exception {
    runs(
        "long-five",
        5,
        List.of(ClusterFault.KILL_TWO, ClusterFault.KILL_OLDEST, ClusterFault.PAUSE_AND_KILL_HEIR));
  }

  private void runs(String name, int nodes, List<ClusterFault> schedule) throws Exception {
    try (ClusterRun run = ClusterRun.start(name, directory, nodes)) {
      run.suffers(schedule);
      run.checked();
    }
  }
}
