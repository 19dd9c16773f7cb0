package org.mmm.journal;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Checkpoints of live Rooms in Cassandra")
class CassandraCheckpointsTest implements CheckpointsContract {
  /** One for all, because to make its tables takes a small Cassandra long. */
  private static final String KEYSPACE = CassandraNode.newKeyspace();

  @TempDir static Path temp;
  private DataDirectory directory;
  private Store store;

  @BeforeEach
  void open() {
    directory = DataDirectory.open(temp.resolve("data"));
    store =
        CassandraNode.open(
            directory,
            EmbeddedNode.config(CassandraNode.settings(KEYSPACE, CassandraNode.contactPoint())),
            () -> Instant.parse("2026-01-01T00:00:00Z"));
  }

  @AfterEach
  void close() {
    store.close();
    directory.close();
  }

  @Override
  public Checkpoints checkpoints() {
    return store.checkpoints();
  }

  @Override
  public void reopen() {
    close();
    open();
  }
}
