package org.mmm.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Takes about a quarter of an hour on two cores: {@code mvn verify -Pfaults}. */
@Tag("long")
@DisplayName("Three nodes on a Cassandra, under load")
class ClusterFaultsIT {
  private static final String SHORT =
      "KILL,DRAIN,KILL_OLDEST,KILL,PAUSE_10,KILL_DURING_HAND_OVER,CASSANDRA_PAUSE_12,CASSANDRA_KILL,KILL_TWO";

  @TempDir static Path directory;

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  @DisplayName("keep all promises through each short fault")
  void survive() throws Exception {
    List<ClusterFault> schedule = ClusterFault.schedule(System.getProperty("mmm.faults", SHORT));
    try (ClusterRun run = ClusterRun.start("cluster", directory, 3)) {
      run.suffers(schedule);
      run.checked();
    }
  }
}
