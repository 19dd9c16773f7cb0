package org.mmm.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The files of a local cluster")
class ClusterFilesTest {
  @TempDir Path directory;

  @Test
  @DisplayName("keep nothing that a killed Cassandra unpacked")
  void scratch() throws IOException {
    ClusterFiles files = new ClusterFiles(directory.resolve("cluster"));
    Path scratch = files.emptyScratch();
    Files.createDirectories(scratch.resolve("a/b"));
    Files.writeString(scratch.resolve("a/b/liblz4-java-1.so"), "old");
    Path elsewhere = Files.writeString(directory.resolve("elsewhere"), "stays");
    Files.createSymbolicLink(scratch.resolve("link"), elsewhere);
    assertThat(files.emptyScratch()).isEqualTo(scratch).isEmptyDirectory();
    assertThat(elsewhere).exists();
  }
}
