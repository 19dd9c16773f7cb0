package org.mmm.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The library of SQLite")
class ScratchTest {
  @TempDir Path temp;

  @Test
  @DisplayName("is unpacked in the data directory, and a kill leaves nothing that piles up")
  void leavesNothing() throws Exception {
    Path system = Files.createDirectory(temp.resolve("system"));
    Path data = temp.resolve("data");
    for (int start = 1; start <= 2; start++) {
      opensAndIsKilled(List.of("-Djava.io.tmpdir=" + system), data);
      assertThat(libraries(data.resolve("tmp"))).as("after start " + start).hasSize(1);
    }
    assertThat(libraries(system)).isEmpty();
  }

  @Test
  @DisplayName("is unpacked elsewhere if somebody says so, where the data may not be executed")
  void elsewhere() throws Exception {
    Path other = Files.createDirectory(temp.resolve("other"));
    Path data = temp.resolve("data");
    opensAndIsKilled(List.of("-Dorg.sqlite.tmpdir=" + other), data);
    assertThat(libraries(other)).hasSize(1);
    assertThat(libraries(data.resolve("tmp"))).isEmpty();
  }

  private static void opensAndIsKilled(List<String> options, Path data) throws Exception {
    try (var node = ChildJvm.start(options, JournalHolder.class, data.toString())) {
      assertThat(node.nextLine()).startsWith("open");
      node.kill();
    }
  }

  private static List<Path> libraries(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".so")).toList();
    }
  }
}
