package org.mmm.journal;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Item data as blobs")
class BlobsTest implements BlobsContract {
  @TempDir Path temp;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private DataDirectory directory;
  private EmbeddedJournal journal;
  private Blobs blobs;

  @BeforeEach
  void open() {
    directory = DataDirectory.open(temp.resolve("data"));
    InstantSource clock = now::get;
    var config = EmbeddedNode.config("mmm.journal.max-blob-size = 1 MiB");
    journal =
        EmbeddedJournal.open(
            directory, config, clock, new SecureRandom(), new SimpleMeterRegistry());
    blobs = journal.blobs();
  }

  @AfterEach
  void close() {
    journal.close();
    directory.close();
  }

  @Override
  public Blobs blobs() {
    return blobs;
  }

  @Override
  public void reopen() {
    close();
    open();
  }

  @Override
  public AtomicReference<Instant> now() {
    return now;
  }
}
