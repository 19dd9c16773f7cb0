package org.mmm.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mmm.journal.JournalNode.await;

import com.datastax.oss.driver.api.core.uuid.Uuids;
import com.typesafe.config.Config;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("In Cassandra an entity beside whose writer an older one wrote")
class CassandraJournalCareTest {
  private static final String KEYSPACE = CassandraNode.newKeyspace();

  @TempDir private Path temp;

  @Test
  @DisplayName("does not start until the stray is removed, which is kept in a file")
  void isHealed() throws Exception {
    write("one", "two");
    write("three", "four");
    strayAt(3);

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
      assertThat(care.list("", 10).path("entities").get(0).path("persistenceID").asText())
          .isEqualTo("notebook|anna");

      assertThatThrownBy(() -> care.repair("notebook|anna", false, false, temp))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("n1");
      withdraw("n1");
      var repaired = care.repair("notebook|anna", false, false, temp);
      assertThat(repaired.path("removed").asInt()).isEqualTo(1);
      assertThat(Files.readString(Path.of(repaired.path("kept").asText())))
          .contains("\"sequence_nr\":3", "\"event\":");
    }
    try (var node = start()) {
      assertThat(node.node().read("anna")).containsExactly("one", "two", "three", "four");
    }
  }

  private void write(String... lines) {
    try (var node = start()) {
      await(node.node().write(node.node().notebook("anna"), lines));
    }
  }

  /** As a node writes that was held up until another one had taken over. */
  private void strayAt(long number) {
    try (var session = CassandraSession.open(driver(), CassandraSettings.of(config()))) {
      var row =
          session
              .execute(
                  "SELECT * FROM $.messages WHERE persistence_id = ? AND partition_nr = ?"
                      + " AND sequence_nr = ?",
                  "notebook|anna",
                  0L,
                  number - 1)
              .one();
      assertThat(row).isNotNull();
      session.execute(
          "INSERT INTO $.messages (persistence_id, partition_nr, sequence_nr, timestamp,"
              + " timebucket, writer_uuid, ser_id, ser_manifest, event_manifest, event)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          "notebook|anna",
          0L,
          number,
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

  private JournalCare open() {
    return JournalCare.open(temp.resolve("data"), config());
  }

  private static Config driver() {
    return CassandraConfig.of(JournalSettings.of(config()), CassandraSettings.of(config()))
        .withFallback(config());
  }

  private static Config config() {
    return EmbeddedNode.config(settings());
  }

  private static String settings() {
    return CassandraNode.settings(KEYSPACE, CassandraNode.contactPoint());
  }
}
