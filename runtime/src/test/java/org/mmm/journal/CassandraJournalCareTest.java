package org.mmm.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mmm.journal.JournalNode.await;

import com.datastax.oss.driver.api.core.uuid.Uuids;
import com.typesafe.config.Config;
import java.time.Duration;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A journal in Cassandra, while no node runs,")
class CassandraJournalCareTest extends JournalCareContract {
  private final String keyspace = CassandraNode.newKeyspace();

  @Test
  @DisplayName("lets no entity start beside a stray, and is not repaired while a node is there")
  void isHealed() {
    write("anna", "one", "two");
    write("anna", "three", "four");
    stray("anna");

    try (var node = start()) {
      var notebook = node.node().notebook("anna");
      TestProbe<Object> watcher = TestProbe.create(node.node().system());
      watcher.expectTerminated(notebook, JournalNode.PATIENCE);
      await(node.store().shared().orElseThrow().announce("n1", "there", Duration.ofSeconds(60)));
    }
    try (var care = open()) {
      var told = care.inspect("notebook|anna", 0, 10);
      assertThat(told.path("events").findValuesAsText("sequenceNr"))
          .containsExactlyInAnyOrder("1", "2", "3", "3", "4");
      assertThat(told.path("findings").path("doubled").get(0).asLong()).isEqualTo(3);
      assertThat(told.path("findings").path("strays")).hasSize(1);
      assertThat(told.path("findings").path("doubts")).isEmpty();

      assertThatThrownBy(() -> care.repair("notebook|anna", false, false, temp))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("n1");
      withdraw("n1");
      assertThat(care.repair("notebook|anna", false, false, temp).path("removed").asInt())
          .isEqualTo(1);
    }
    assertThat(read("anna")).containsExactly("one", "two", "three", "four");
  }

  @Override
  void write(String name, String... lines) {
    try (var node = start()) {
      await(node.node().write(node.node().notebook(name), lines));
    }
  }

  @Override
  List<String> read(String name) {
    try (var node = start()) {
      return node.node().read(name);
    }
  }

  @Override
  void lose(String name, long number) {
    try (var session = CassandraSession.open(driver(), CassandraSettings.of(config()))) {
      session.execute(
          "DELETE FROM $.messages WHERE persistence_id = ? AND partition_nr = ?"
              + " AND sequence_nr = ?",
          "notebook|" + name,
          0L,
          number);
    }
  }

  /** As a node writes that was held up until another one had taken over. */
  @Override
  void stray(String name) {
    String entity = "notebook|" + name;
    try (var session = CassandraSession.open(driver(), CassandraSettings.of(config()))) {
      var row =
          session
              .execute(
                  "SELECT * FROM $.messages WHERE persistence_id = ? AND partition_nr = ?"
                      + " AND sequence_nr = ?",
                  entity,
                  0L,
                  2L)
              .one();
      assertThat(row).isNotNull();
      session.execute(
          "INSERT INTO $.messages (persistence_id, partition_nr, sequence_nr, timestamp,"
              + " timebucket, writer_uuid, ser_id, ser_manifest, event_manifest, event)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          entity,
          0L,
          3L,
          Uuids.timeBased(),
          row.getString("timebucket"),
          row.getString("writer_uuid"),
          row.getInt("ser_id"),
          row.getString("ser_manifest"),
          row.getString("event_manifest"),
          row.getByteBuffer("event"));
    }
  }

  private void withdraw(String node) {
    try (var session = CassandraSession.open(driver(), CassandraSettings.of(config()))) {
      session.execute("DELETE FROM $.nodes WHERE node = ?", node);
    }
  }

  private CassandraNode start() {
    return CassandraNode.start(temp.resolve("data"), settings());
  }

  @Override
  JournalCare open() {
    return JournalCare.open(temp.resolve("data"), config());
  }

  private Config driver() {
    return CassandraConfig.of(JournalSettings.of(config()), CassandraSettings.of(config()))
        .withFallback(config());
  }

  private Config config() {
    return EmbeddedNode.config(settings());
  }

  private String settings() {
    return CassandraNode.settings(keyspace, CassandraNode.contactPoint());
  }
}
