package org.mmm.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
  @TempDir Path directory;

  @Test
  void readsWhatItWrote() throws Exception {
    History history = SimulatedRun.of(1, SimulatedCluster.Fault.NONE, m -> m);
    Path file = directory.resolve("history.jsonl");
    HistoryFile.write(file, history);
    assertThat(HistoryFile.read(file)).isEqualTo(history);
  }
}
