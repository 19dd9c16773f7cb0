package org.mmm.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A data directory")
class DataDirectoryTest {
  @TempDir Path temp;

  @Test
  void isMadeForItsOwnerAlone() throws IOException {
    var path = temp.resolve("a/data");
    DataDirectory.open(path).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rwx------");
  }

  @Test
  void opensAgainAfterItWasClosed() {
    var path = temp.resolve("data");
    DataDirectory.open(path).close();
    try (var again = DataDirectory.open(path)) {
      assertThat(again.path()).isEqualTo(path);
    }
  }

  @Test
  void keepsNothingFromBeforeInItsScratchDirectory() throws IOException {
    var path = temp.resolve("data");
    DataDirectory.open(path).close();
    Files.createDirectories(path.resolve("tmp/a/b"));
    Files.writeString(path.resolve("tmp/a/b/old.so"), "old");
    Files.createSymbolicLink(path.resolve("tmp/link"), temp);
    Files.writeString(temp.resolve("elsewhere"), "stays");
    try (var again = DataDirectory.open(path)) {
      assertThat(again.scratch()).isEmptyDirectory();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(again.scratch())))
          .isEqualTo("rwx------");
    }
    assertThat(temp.resolve("elsewhere")).exists();
  }

  @Test
  void isRefusedToAnotherNodeWhoseProcessIsNamed() throws Exception {
    var path = temp.resolve("data");
    try (var other = ChildJvm.start(DataDirectoryHolder.class, path.toString())) {
      assertThat(other.nextLine()).isEqualTo("held");
      refusal(path).hasMessageContainingAll("in use by another node", "process " + other.pid());
    }
    DataDirectory.open(path).close();
  }

  @Test
  void staysLockedWhenThisProcessTriesTwice() throws Exception {
    var path = temp.resolve("data");
    try (var held = DataDirectory.open(path)) {
      refusal(path).hasMessageContaining("already open in this process");
      try (var other = ChildJvm.start(DataDirectoryHolder.class, held.path().toString())) {
        assertThat(other.nextLine())
            .contains("in use by another node", "process " + ProcessHandle.current().pid());
      }
    }
  }

  @Test
  void isNotAFile() throws IOException {
    var file = Files.writeString(temp.resolve("file"), "not a directory");
    refusal(file).hasMessageContaining("is a file, not a directory");
  }

  @Test
  void isNotAnyDirectoryWithFilesInIt() throws IOException {
    Files.writeString(temp.resolve("thesis.txt"), "precious");
    refusal(temp).hasMessageContainingAll("thesis.txt", "not a data directory of ours");
  }

  @Test
  void ofAnUnknownFormatIsLeftAlone() throws IOException {
    var path = temp.resolve("data");
    DataDirectory.open(path).close();
    Files.writeString(path.resolve(DataDirectory.FORMAT_FILE), "mmm-data 99");
    refusal(path).hasMessageContainingAll("mmm-data 99", DataDirectory.FORMAT);
  }

  @Test
  @DisplayName("on a file system that takes no files is refused, to root too")
  void needsToBeWritable() {
    var kernel = Path.of("/sys/kernel");
    assumeTrue(
        Files.isDirectory(kernel), "only Linux has a file system that refuses files of root too");
    refusal(kernel).hasMessageContainingAll("/sys/kernel", "may not write there");
    refusal(kernel.resolve("mmm"))
        .hasMessageContainingAll("/sys/kernel/mmm", "may not write there");
  }

  @Test
  void onAFullDiskSaysSo() throws IOException {
    assumeTrue(Files.exists(Path.of("/dev/full")), "only Linux has a device that is always full");
    var path = Files.createDirectory(temp.resolve("data"));
    Files.createSymbolicLink(path.resolve(DataDirectory.LOCK_FILE), Path.of("/dev/full"));
    refusal(path).hasMessageContaining("no space is left");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refusal(Path path) {
    return assertThatThrownBy(() -> DataDirectory.open(path))
        .isInstanceOf(DataDirectoryException.class)
        .hasMessageContaining(path.toString())
        .hasMessageNotContaining("\n");
  }
}
