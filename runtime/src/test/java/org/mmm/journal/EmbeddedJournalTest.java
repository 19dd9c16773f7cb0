package org.mmm.journal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The embedded journal")
class EmbeddedJournalTest implements JournalContract {
  @TempDir Path temp;
  private @Nullable EmbeddedNode running;

  @Override
  public JournalNode start() {
    running = EmbeddedNode.start(temp.resolve("data"));
    return running.node();
  }

  @Override
  @AfterEach
  public void stop() {
    if (running != null) {
      running.close();
      running = null;
    }
  }

  @Override
  public Store store() {
    return running().journal();
  }

  @Override
  public MeterRegistry registry() {
    return running().registry();
  }

  /** Whoever writes waits for another program that holds the file's lock. */
  @Override
  public AutoCloseable hang() {
    try {
      var connection =
          new SqliteFile(running().directory().database(), Duration.ofSeconds(10)).writer();
      try (var statement = connection.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
      }
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void refusesASettingOutOfBounds() {
    assertThatThrownBy(
            () -> EmbeddedNode.start(temp.resolve("data"), "mmm.journal.write-timeout = 4s"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mmm.journal.write-timeout must be from 100 to 3000 ms, was 4000 ms");
  }

  private EmbeddedNode running() {
    return requireNonNull(running, "not started");
  }
}
