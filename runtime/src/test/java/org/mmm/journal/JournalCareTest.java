package org.mmm.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mmm.journal.JournalNode.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An embedded journal, while no node runs,")
class JournalCareTest {
  @TempDir private Path temp;

  @Test
  @DisplayName("tells its entities and what they wrote")
  void tells() {
    write("anna", "one", "two", "three");
    write("bruno", "other");

    try (var care = open()) {
      var list = care.list("", 10);
      assertThat(list.path("entities").findValuesAsText("persistenceID"))
          .containsExactly("notebook|anna", "notebook|bruno");
      assertThat(list.path("entities").get(0).path("findings").path("sound").asBoolean()).isTrue();
      assertThat(care.list("", 1).path("next").asText()).isEqualTo("notebook|anna");
      assertThat(care.list("notebook|anna", 1).path("entities").get(0).path("events").asInt())
          .isEqualTo(1);

      var anna = care.inspect("notebook|anna", 1, 1);
      assertThat(anna.path("events")).hasSize(1);
      var two = anna.path("events").get(0);
      assertThat(two.path("sequenceNr").asLong()).isEqualTo(2);
      assertThat(two.path("type").asText()).isEqualTo("notebook-event");
      assertThat(two.path("summary").asText()).contains("two");
      assertThat(anna.path("next").asLong()).isEqualTo(2);
    }
  }

  @Test
  @DisplayName("tells what is missing")
  void findsGaps() throws SQLException {
    write("carla", "one", "two", "three");
    try (var directory = DataDirectory.open(temp.resolve("data"));
        var connection = new SqliteFile(directory.database(), Duration.ofSeconds(1)).writer();
        var statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM event WHERE sequence_nr = 2");
    }
    try (var care = open()) {
      var findings = care.inspect("notebook|carla", 0, 10).path("findings");
      assertThat(findings.path("gaps").get(0).asLong()).isEqualTo(2);
      assertThat(findings.path("sound").asBoolean()).isFalse();
    }
  }

  @Test
  @DisplayName("gives up a stray, and keeps it in a file that its owner alone can read")
  void repairs() throws Exception {
    write("dora", "one", "two");
    write("dora", "three");
    try (var directory = DataDirectory.open(temp.resolve("data"));
        var connection = new SqliteFile(directory.database(), Duration.ofSeconds(1)).writer();
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO event (persistence_id, sequence_nr, writer, written, adapter, payload,"
              + " serializer, manifest) SELECT persistence_id, 4, writer, written, adapter,"
              + " payload, serializer, manifest FROM event WHERE sequence_nr = 2");
    }
    try (var care = open()) {
      var dry = care.repair("notebook|dora", true, false, temp);
      assertThat(dry.path("wouldRemove").asInt()).isEqualTo(1);
      assertThat(keptFiles()).isEmpty();

      assertThat(care.repair("notebook|dora", false, false, temp).path("removed").asInt())
          .isEqualTo(1);
      assertThat(keptFiles()).hasSize(1);
      Path file = keptFiles().get(0);
      assertThat(Files.readString(file)).contains("\"sequence_nr\":4", "\"payload\":");
      assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
      assertThat(care.repair("notebook|dora", false, false, temp).path("removed").asInt()).isZero();
    }
    try (var node = EmbeddedNode.start(temp.resolve("data"))) {
      assertThat(node.node().read("dora")).containsExactly("one", "two", "three");
    }
  }

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
    try (var care = open()) {
      assertThatThrownBy(() -> care.inspect("notebook|nobody", 0, 1))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("notebook|nobody");
    }
  }

  private void write(String name, String... lines) {
    try (var node = EmbeddedNode.start(temp.resolve("data"))) {
      await(node.node().write(node.node().notebook(name), lines));
    }
  }

  private JournalCare open() {
    return JournalCare.open(temp.resolve("data"), EmbeddedNode.config(""));
  }

  private java.util.List<Path> keptFiles() throws java.io.IOException {
    try (Stream<Path> files = Files.list(temp)) {
      return files.filter(file -> file.getFileName().toString().startsWith("removed-")).toList();
    }
  }
}
