package org.mmm.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mmm.journal.JournalNode.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A backup")
class BackupTest {
  @TempDir Path temp;

  @Test
  @DisplayName(
      "of a node that goes on writing holds all that was acknowledged before, and a prefix of what"
          + " came after")
  void isConsistent() throws IOException {
    var acknowledged = new ConcurrentHashMap<String, Integer>();
    var stop = new AtomicBoolean();
    Map<String, Integer> before;
    BlobRef blob;
    var zip = temp.resolve("backup.zip");
    try (var node = EmbeddedNode.start(temp.resolve("data"))) {
      blob = await(node.journal().blobs().put("a statue".getBytes(UTF_8), "statue"));
      var authors =
          IntStream.range(0, 20)
              .mapToObj(i -> author(node.node(), "guest" + i, acknowledged, stop))
              .toList();
      awaitLines(acknowledged, 400);
      before = new TreeMap<>(acknowledged);
      node.journal().backup(zip);
      awaitLines(acknowledged, 800);
      stop.set(true);
      authors.forEach(CompletableFuture::join);
    }

    EmbeddedJournal.restore(zip, temp.resolve("restored"), EmbeddedNode.config(""));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)))
        .isEqualTo("rw-------");
    assertThat(temp).isDirectoryNotContaining("glob:**.part");
    try (var node = EmbeddedNode.start(temp.resolve("restored"))) {
      assertThat(before).hasSize(20);
      before.forEach(
          (name, stored) -> {
            var lines = node.node().read(name);
            assertThat(lines).hasSizeGreaterThanOrEqualTo(stored);
            assertThat(lines)
                .isEqualTo(
                    IntStream.rangeClosed(1, lines.size()).mapToObj(i -> "line " + i).toList());
          });
      assertThat(await(node.journal().blobs().exists(blob))).isTrue();
    }
  }

  @Test
  void neverOverwritesAFile() throws IOException {
    var zip = Files.writeString(temp.resolve("backup.zip"), "precious");
    try (var node = EmbeddedNode.start(temp.resolve("data"))) {
      assertThatThrownBy(() -> node.journal().backup(zip))
          .isInstanceOf(JournalException.class)
          .hasMessageContainingAll(zip.toString(), "exists already");
    }
    assertThat(zip).hasContent("precious");
  }

  @Test
  void isNotRestoredOverOtherFiles() throws IOException {
    var zip = backup();
    var target = Files.createDirectory(temp.resolve("target"));
    Files.writeString(target.resolve("thesis.txt"), "precious");
    assertThatThrownBy(() -> restore(zip, target))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("is not empty");
    assertThat(target).isDirectoryContaining("glob:**thesis.txt");
  }

  @Test
  @DisplayName(
      "is known by its contents: other archives, and names that lead out of the directory, write"
          + " nothing")
  void isOurs() throws IOException {
    var slip = zip("slip.zip", Map.of(Backup.MAGIC_ENTRY, Backup.MAGIC, "../outside", "x"));
    var extra =
        zip(
            "extra.zip",
            Map.of(
                Backup.MAGIC_ENTRY,
                Backup.MAGIC,
                "format",
                DataDirectory.FORMAT,
                "master.key",
                "",
                "journal.mv.db",
                "",
                "../outside",
                ""));
    var notZip = Files.writeString(temp.resolve("not.zip"), "not a zip");
    var target = temp.resolve("target");
    for (var archive : new Path[] {slip, extra, notZip}) {
      assertThatThrownBy(() -> restore(archive, target))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining(archive.toString());
    }
    assertThat(target).doesNotExist();
    assertThat(temp.resolve("outside")).doesNotExist();
  }

  @Test
  @DisplayName("larger than allowed is cut off, and what was written of it is not opened as a node")
  void isBounded() throws IOException {
    var zip = backup();
    var target = temp.resolve("target");
    var bound = EmbeddedNode.config("mmm.journal.max-restored-size = 1000");
    assertThatThrownBy(() -> EmbeddedJournal.restore(zip, target, bound))
        .hasMessageContaining("mmm.journal.max-restored-size");
    assertThatThrownBy(() -> DataDirectory.open(target)).hasMessageContaining("half restored");
  }

  private static CompletableFuture<Void> author(
      JournalNode node, String name, Map<String, Integer> acknowledged, AtomicBoolean stop) {
    var notebook = node.notebook(name);
    return CompletableFuture.runAsync(
        () -> {
          for (var line = 1; !stop.get(); line++) {
            acknowledged.put(name, await(node.write(notebook, "line " + line)));
          }
        },
        task -> new Thread(task, name).start());
  }

  private static void awaitLines(Map<String, Integer> acknowledged, int number) {
    Awaitility.await()
        .atMost(JournalNode.PATIENCE.multipliedBy(3))
        .until(
            () ->
                acknowledged.size() == 20
                    && acknowledged.values().stream().mapToInt(Integer::intValue).sum() >= number);
  }

  private Path backup() {
    var zip = temp.resolve("backup.zip");
    try (var node = EmbeddedNode.start(temp.resolve("data"))) {
      node.journal().backup(zip);
    }
    return zip;
  }

  private static void restore(Path zip, Path directory) {
    EmbeddedJournal.restore(zip, directory, EmbeddedNode.config(""));
  }

  private Path zip(String name, Map<String, String> entries) throws IOException {
    var file = temp.resolve(name);
    try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue().getBytes(UTF_8));
        out.closeEntry();
      }
    }
    return file;
  }
}
