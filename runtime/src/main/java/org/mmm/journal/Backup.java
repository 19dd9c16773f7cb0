package org.mmm.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Writes a backup: a zip file with database, master key and format. */
final class Backup {
  /** First line of a backup's own entry, by which it is known. */
  static final String MAGIC = "mmm-backup 1";

  static final String MAGIC_ENTRY = "backup";

  private Backup() {}

  static void write(JournalDatabase database, Path masterKey, Path zip) {
    var target = zip.toAbsolutePath();
    if (Files.exists(target)) {
      throw existing(target, null);
    }
    var parts = Path.of(target + ".h2.part");
    var whole = Path.of(target + ".part");
    try {
      // Made by us first, so that H2 does not make it readable by all.
      ownersOnly(parts).close();
      database.backupTo(parts.toString());
      try (var channel = ownersOnly(whole)) {
        var out = new ZipOutputStream(Channels.newOutputStream(channel));
        entry(out, MAGIC_ENTRY, MAGIC.getBytes(UTF_8));
        entry(out, DataDirectory.MASTER_KEY_FILE, Files.readAllBytes(masterKey));
        copyDatabase(parts, out);
        // Last, because a restored directory without it is not opened.
        entry(out, DataDirectory.FORMAT_FILE, DataDirectory.FORMAT.getBytes(UTF_8));
        out.finish();
        channel.force(true);
      }
      Files.move(whole, target);
    } catch (FileAlreadyExistsException e) {
      throw existing(Path.of(e.getFile()), e);
    } catch (IOException | SQLException e) {
      throw new JournalException(
          "backup "
              + target
              + " was not written: "
              + e.getMessage()
              + "; name a file on a disk with space",
          e);
    } finally {
      deleteQuietly(parts, whole);
    }
  }

  private static FileChannel ownersOnly(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  private static void copyDatabase(Path parts, ZipOutputStream out) throws IOException {
    try (var h2 = new ZipFile(parts.toFile())) {
      var database = h2.getEntry(DataDirectory.DATABASE_FILE);
      if (database == null) {
        throw new IOException("the database did not give a copy of itself");
      }
      out.putNextEntry(new ZipEntry(DataDirectory.DATABASE_FILE));
      try (InputStream in = h2.getInputStream(database)) {
        in.transferTo(out);
      }
      out.closeEntry();
    }
  }

  private static void entry(ZipOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(content);
    out.closeEntry();
  }

  private static JournalException existing(Path file, @Nullable Throwable cause) {
    return new JournalException(
        "backup " + file + " exists already: name another file, or move it away", cause);
  }

  private static void deleteQuietly(Path... files) {
    for (var file : files) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        LoggerFactory.getLogger(Backup.class).warn("{} was left behind: delete it", file, e);
      }
    }
  }
}
