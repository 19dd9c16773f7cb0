package org.mmm.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What looking at a journal and repairing it are on each store. Each test has a journal alone. */
abstract class JournalCareContract {
  @TempDir Path temp;

  /** An entity starts on the journal, writes in one go, and ends. */
  abstract void write(String name, String... lines);

  /** What an entity that starts on the journal reads. */
  abstract List<String> read(String name);

  /** Makes as if an event had never been written. */
  abstract void lose(String name, long number) throws Exception;

  /** Makes as if the writer of the second event had written one more beside those after it. */
  abstract void stray(String name) throws Exception;

  abstract JournalCare open();

  @Test
  @DisplayName("tells its entities and what they wrote")
  void tells() {
    write("anna", "one", "two", "three");
    write("bruno", "other");

    try (var care = open()) {
      var list = care.list("", 10);
      assertThat(list.path("entities").findValuesAsText("persistenceID"))
          .containsExactlyInAnyOrder("notebook|anna", "notebook|bruno");
      assertThat(list.path("entities").get(0).path("findings").path("sound").asBoolean()).isTrue();
      String first = care.list("", 1).path("next").asText();
      assertThat(care.list(first, 1).path("entities").findValuesAsText("persistenceID"))
          .as("after %s", first)
          .hasSize(1)
          .doesNotContain(first);

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
  void findsGaps() throws Exception {
    write("carla", "one", "two", "three");
    lose("carla", 2);

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
    stray("dora");

    try (var care = open()) {
      var dry = care.repair("notebook|dora", true, false, temp);
      assertThat(dry.path("wouldRemove").asInt()).isEqualTo(1);
      assertThat(keptFiles()).isEmpty();

      assertThat(care.repair("notebook|dora", false, false, temp).path("removed").asInt())
          .isEqualTo(1);
      assertThat(keptFiles()).hasSize(1);
      Path file = keptFiles().get(0);
      assertThat(Files.readString(file)).contains("\"sequence_nr\":");
      assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
      assertThat(care.repair("notebook|dora", false, false, temp).path("removed").asInt()).isZero();
    }
    assertThat(read("dora")).containsExactly("one", "two", "three");
  }

  @Test
  @DisplayName("says who is not there")
  void knowsNobody() {
    write("emma", "one");

    try (var care = open()) {
      assertThatThrownBy(() -> care.inspect("notebook|nobody", 0, 1))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("notebook|nobody");
    }
  }

  private List<Path> keptFiles() throws IOException {
    try (Stream<Path> files = Files.list(temp)) {
      return files.filter(file -> file.getFileName().toString().startsWith("removed-")).toList();
    }
  }
}
