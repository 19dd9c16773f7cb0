package org.mmm.journal;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Checkpoints of live Rooms")
class CheckpointsTest implements CheckpointsContract {
  @TempDir Path temp;
  private DataDirectory directory;
  private EmbeddedJournal journal;

  @BeforeEach
  void open() {
    directory = DataDirectory.open(temp.resolve("data"));
    journal =
        EmbeddedJournal.open(
            directory,
            EmbeddedNode.config(""),
            InstantSource.system(),
            new SecureRandom(),
            new SimpleMeterRegistry());
  }

  @AfterEach
  void close() {
    journal.close();
    directory.close();
  }

  @Override
  public Checkpoints checkpoints() {
    return journal.checkpoints();
  }

  @Override
  public void reopen() {
    close();
    open();
  }
}
