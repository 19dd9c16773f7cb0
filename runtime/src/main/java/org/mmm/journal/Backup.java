package org.mmm.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
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
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Writes a backup: a zip file with database, master key, the keys of tokens and format. Without the
 * keys of tokens every human would be locked out of what is restored.
 */
final class Backup {
  /** First line of a backup's own entry, by which it is known. */
  static final String MAGIC = "mmm-backup 1";

  static final String MAGIC_ENTRY = "backup";

  private Backup() {}

  /**
   * @param secrets the keys of tokens; left out if there is no such file yet
   */
  static void write(JournalDatabase database, Path masterKey, Path secrets, Path zip) {
    var target = zip.toAbsolutePath();
    if (Files.exists(target)) {
      throw existing(target, null);
    }
    var copy = Path.of(target + ".db.part");
    var whole = Path.of(target + ".part");
    try {
      // Made by us first, so that the database does not make it readable by all.
      ownersOnly(copy).close();
      database.copyTo(copy);
      try (var channel = ownersOnly(whole)) {
        var out = new ZipOutputStream(Channels.newOutputStream(channel));
        entry(out, MAGIC_ENTRY, MAGIC.getBytes(UTF_8));
        entry(out, DataDirectory.MASTER_KEY_FILE, Files.readAllBytes(masterKey));
        if (Files.exists(secrets)) {
          entry(out, DataDirectory.SECRETS_FILE, Files.readAllBytes(secrets));
        }
        out.putNextEntry(new ZipEntry(DataDirectory.DATABASE_FILE));
        Files.copy(copy, out);
        out.closeEntry();
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
      deleteQuietly(copy, whole);
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
