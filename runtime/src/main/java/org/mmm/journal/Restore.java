package org.mmm.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Unpacks a backup. Only the names that a backup has are written, so no name in the file can lead
 * out of the directory.
 */
final class Restore {
  private static final int LONGEST_SMALL_FILE = 4096;

  /**
   * In the order of writing; the format comes last, because a directory without it is not opened.
   */
  private static final List<String> FILES =
      List.of(
          DataDirectory.MASTER_KEY_FILE,
          DataDirectory.SECRETS_FILE,
          DataDirectory.DATABASE_FILE,
          DataDirectory.FORMAT_FILE);

  /** What a backup may lack: a node that never bound its API has no keys of tokens. */
  private static final Set<String> OPTIONAL = Set.of(DataDirectory.SECRETS_FILE);

  private Restore() {}

  static void read(Path zip, Path directory, long maxSize) {
    try (var file = new ZipFile(zip.toFile())) {
      check(file, zip);
      prepare(directory);
      for (var name : FILES) {
        if (file.getEntry(name) == null) continue;
        var limit = name.equals(DataDirectory.DATABASE_FILE) ? maxSize : LONGEST_SMALL_FILE;
        try (var in = file.getInputStream(file.getEntry(name))) {
          unpack(in, directory.resolve(name), limit);
        }
      }
    } catch (IOException e) {
      throw new JournalException(
          "backup "
              + zip
              + " was not restored to "
              + directory
              + ": "
              + e.getMessage()
              + "; empty the directory before another try",
          e);
    }
  }

  private static void check(ZipFile file, Path zip) throws IOException {
    var names = file.stream().map(entry -> entry.getName()).sorted().toList();
    var expected =
        Stream.concat(FILES.stream(), Stream.of(Backup.MAGIC_ENTRY))
            .filter(name -> !OPTIONAL.contains(name) || names.contains(name))
            .sorted()
            .toList();
    if (!names.equals(expected) || !text(file, Backup.MAGIC_ENTRY).equals(Backup.MAGIC)) {
      throw new JournalException(
          "file " + zip + " is not a backup that this program wrote: name another file", null);
    }
    var format = text(file, DataDirectory.FORMAT_FILE);
    if (!format.equals(DataDirectory.FORMAT)) {
      throw new JournalException(
          "backup "
              + zip
              + " has the format \""
              + format
              + "\", this program reads \""
              + DataDirectory.FORMAT
              + "\": restore it with the program that wrote it",
          null);
    }
  }

  private static String text(ZipFile file, String name) throws IOException {
    try (var in = file.getInputStream(file.getEntry(name))) {
      return new String(in.readNBytes(LONGEST_SMALL_FILE), UTF_8).strip();
    }
  }

  private static void prepare(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (var files = Files.list(directory)) {
        if (files.findAny().isPresent()) {
          throw new JournalException(
              "directory "
                  + directory
                  + " is not empty: a backup is restored to an empty or new one",
              null);
        }
      }
      return;
    }
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private static void unpack(InputStream in, Path file, long limit) throws IOException {
    try (var out =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      var buffer = new byte[64 * 1024];
      var written = 0L;
      for (int read; (read = in.read(buffer)) >= 0; ) {
        written += read;
        if (written > limit) {
          throw new IOException(
              file.getFileName()
                  + " is larger than "
                  + limit
                  + " bytes (mmm.journal.max-restored-size)");
        }
        for (var rest = ByteBuffer.wrap(buffer, 0, read); rest.hasRemaining(); ) {
          out.write(rest);
        }
      }
      out.force(true);
    }
  }
}
