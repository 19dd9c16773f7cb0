package org.mmm.journal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mmm.journal.JournalNode.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An embedded journal, while no node runs,")
class EmbeddedJournalCareTest extends JournalCareContract {
  @Test
  @DisplayName("is not opened while a node runs, and none is made where there is none")
  void isAlone() {
    try (var node = EmbeddedNode.start(temp.resolve("data"))) {
      await(node.node().write(node.node().notebook("emma"), "one"));
      assertThatThrownBy(this::open).isInstanceOf(DataDirectoryException.class);
    }
    assertThatThrownBy(() -> JournalCare.open(temp.resolve("nowhere"), EmbeddedNode.config("")))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("nowhere");
  }

  @Override
  void write(String name, String... lines) {
    try (var node = EmbeddedNode.start(temp.resolve("data"))) {
      await(node.node().write(node.node().notebook(name), lines));
    }
  }

  @Override
  List<String> read(String name) {
    try (var node = EmbeddedNode.start(temp.resolve("data"))) {
      return node.node().read(name);
    }
  }

  @Override
  void lose(String name, long number) throws SQLException {
    change(
        "DELETE FROM event WHERE persistence_id = 'notebook|%s' AND sequence_nr = %d"
            .formatted(name, number));
  }

  /** A number is there once here, so the older writer's event comes after those of the newer. */
  @Override
  void stray(String name) throws SQLException {
    change(
        """
        INSERT INTO event (persistence_id, sequence_nr, writer, written, adapter, payload,
          serializer, manifest)
        SELECT persistence_id,
          (SELECT max(sequence_nr) + 1 FROM event WHERE persistence_id = 'notebook|%1$s'),
          writer, written, adapter, payload, serializer, manifest
        FROM event WHERE persistence_id = 'notebook|%1$s' AND sequence_nr = 2
        """
            .formatted(name));
  }

  @Override
  JournalCare open() {
    return JournalCare.open(temp.resolve("data"), EmbeddedNode.config(""));
  }

  private void change(String sql) throws SQLException {
    try (var directory = DataDirectory.open(temp.resolve("data"));
        var connection = new SqliteFile(directory.database(), Duration.ofSeconds(1)).writer();
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
