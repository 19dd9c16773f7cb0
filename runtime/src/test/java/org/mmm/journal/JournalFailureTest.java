package org.mmm.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mmm.journal.JournalNode.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A journal that hangs")
class JournalFailureTest {
  @TempDir Path temp;

  @Test
  @DisplayName(
      "fails the write in flight, refuses the next ones, and takes writes again when it is back"
          + " (P6)")
  void isAFailureNotASilence() throws SQLException {
    try (var running = EmbeddedNode.start(temp.resolve("data"))) {
      var node = running.node();
      var anna = node.notebook("anna");
      var bruno = node.notebook("bruno");
      await(node.write(anna, "before"));
      await(node.write(bruno, "before"));
      TestProbe<Object> watcher = TestProbe.create(node.system());

      try (var hang = hang(running.directory())) {
        var inFlight = node.write(anna, "in flight");
        watcher.expectTerminated(anna, JournalNode.PATIENCE);
        var next = node.write(bruno, "refused");
        watcher.expectTerminated(bruno, JournalNode.PATIENCE);
        assertThat(inFlight.toCompletableFuture()).isNotCompleted();
        assertThat(next.toCompletableFuture()).isNotCompleted();
        assertThatThrownBy(() -> await(running.journal().probe()))
            .hasCauseInstanceOf(JournalException.class)
            .hasMessageContaining("locked");
        assertThatThrownBy(() -> running.journal().accountKeys().seal("anna", "text"))
            .isInstanceOf(JournalException.class);
        assertThat(hang.isClosed()).isFalse();
      }

      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> await(running.journal().probe()));
      assertThat(node.read("bruno")).contains("before");
      assertThat(node.read("anna")).as("what surely was not stored").containsExactly("before");
    }
  }

  /** Makes whoever writes wait, until closed: another program that holds the file's lock. */
  private static Connection hang(DataDirectory directory) throws SQLException {
    var connection = new SqliteFile(directory.database(), Duration.ofSeconds(10)).writer();
    try (var statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
    }
    return connection;
  }
}
