package org.mmm.journal;

import static org.mmm.journal.JournalNode.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Item data as blobs in Cassandra")
class CassandraBlobsTest implements BlobsContract {
  /** One for all, because to make its tables takes a small Cassandra long. */
  private static final String KEYSPACE = CassandraNode.newKeyspace();

  private static final AtomicReference<Instant> NOW =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir static Path temp;
  private DataDirectory directory;
  private Store store;

  @BeforeEach
  void openEmpty() {
    open();
    NOW.updateAndGet(t -> t.plusMillis(1));
    await(store.blobs().sweep(Duration.ZERO, (item, hash) -> false));
  }

  private void open() {
    directory = DataDirectory.open(temp.resolve("data"));
    store =
        CassandraNode.open(
            directory,
            EmbeddedNode.config(
                CassandraNode.settings(KEYSPACE, CassandraNode.contactPoint())
                    + "mmm.journal.max-blob-size = 1 MiB"),
            NOW::get);
  }

  @AfterEach
  void close() {
    store.close();
    directory.close();
  }

  @Override
  public Blobs blobs() {
    return store.blobs();
  }

  @Override
  public void reopen() {
    close();
    open();
  }

  @Override
  public AtomicReference<Instant> now() {
    return NOW;
  }
}
