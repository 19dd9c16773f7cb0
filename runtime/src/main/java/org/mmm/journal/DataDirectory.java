package org.mmm.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The directory in which one node keeps what it must not lose. While this object is open no other
 * process can open the same directory; the lock ends with the process at the latest, however it
 * ends.
 */
public final class DataDirectory implements AutoCloseable {
  /** The layout of the files in the directory; raised when an older program could not read it. */
  static final String FORMAT = "mmm-data 1";

  static final String FORMAT_FILE = "format";
  static final String LOCK_FILE = "lock";
  static final String DATABASE_FILE = "journal.db";
  static final String MASTER_KEY_FILE = "master.key";
  static final String SCRATCH = "tmp";

  /** The keys that sign tokens: read by the edge, and part of a backup. */
  public static final String SECRETS_FILE = "secrets";

  private static final int LONGEST_NOTE = 256;

  /**
   * What this process holds. Needed because a lock of the operating system belongs to the process:
   * opening the lock file a second time and closing it again would silently give up the first lock.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel lock;

  private DataDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Opens the directory for this process alone, and creates it (readable by its owner only) if it
   * is missing.
   *
   * @throws DataDirectoryException if it is in use by another node, not writable, not a directory,
   *     full, holds other files than ours, or was written by an unknown version; one line for the
   *     operator
   */
  public static DataDirectory open(Path directory) {
    var absolute = directory.toAbsolutePath().normalize();
    try {
      var path = created(absolute);
      if (!HELD.add(path)) {
        throw new DataDirectoryException(
            "data directory "
                + path
                + " is already open in this process: close it first, or name another directory");
      }
      try {
        return locked(path);
      } catch (IOException | RuntimeException e) {
        HELD.remove(path);
        throw e;
      }
    } catch (IOException e) {
      throw DataDirectoryException.of(absolute, e);
    }
  }

  /** The absolute path, symbolic links resolved. */
  public Path path() {
    return path;
  }

  /** The database of journal, snapshots, keys and blobs. */
  Path database() {
    return path.resolve(DATABASE_FILE);
  }

  /** For what is not needed after the node has ended; empty when the directory is opened. */
  Path scratch() {
    return path.resolve(SCRATCH);
  }

  Path masterKey() {
    return path.resolve(MASTER_KEY_FILE);
  }

  Path secrets() {
    return path.resolve(SECRETS_FILE);
  }

  /** Gives the directory up. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw DataDirectoryException.of(path, e);
    } finally {
      HELD.remove(path);
    }
  }

  private static Path created(Path directory) throws IOException {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new DataDirectoryException(
          "data directory " + directory + " is a file, not a directory: name another path");
    }
    if (!Files.exists(directory)) {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return directory.toRealPath();
  }

  private static DataDirectory locked(Path path) throws IOException {
    var lock =
        FileChannel.open(
            path.resolve(LOCK_FILE),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      if (lock.tryLock() == null) {
        throw new DataDirectoryException(
            "data directory "
                + path
                + " is in use by another node ("
                + note(lock)
                + "): stop it, or name another directory");
      }
      leaveNote(lock);
      checkFormat(path);
      Scratch.empty(path.resolve(SCRATCH));
      return new DataDirectory(path, lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static void leaveNote(FileChannel lock) throws IOException {
    var me = ProcessHandle.current();
    var since = me.info().startInstant().map(start -> " since " + start).orElse("");
    lock.truncate(0);
    lock.write(ByteBuffer.wrap(("process " + me.pid() + since).getBytes(UTF_8)), 0);
  }

  private static String note(FileChannel lock) throws IOException {
    var buffer = ByteBuffer.allocate(LONGEST_NOTE);
    lock.read(buffer, 0);
    var note = new String(buffer.array(), 0, buffer.position(), UTF_8).strip();
    return note.isEmpty() ? "process unknown" : note;
  }

  private static void checkFormat(Path path) throws IOException {
    var file = path.resolve(FORMAT_FILE);
    if (!Files.exists(file)) {
      refuseForeignFiles(path);
      Files.writeString(file, FORMAT + "\n");
      return;
    }
    var found = Files.size(file) > LONGEST_NOTE ? "a long file" : Files.readString(file).strip();
    if (!found.equals(FORMAT)) {
      throw new DataDirectoryException(
          "data directory "
              + path
              + " has the format \""
              + found
              + "\", this program reads \""
              + FORMAT
              + "\": use the program that wrote it, or name another directory");
    }
  }

  private static void refuseForeignFiles(Path path) throws IOException {
    try (var files = Files.list(path)) {
      var foreign =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> !name.equals(LOCK_FILE))
              .sorted()
              .findFirst();
      if (foreign.isPresent()) {
        throw new DataDirectoryException(
            "data directory "
                + path
                + " holds \""
                + foreign.get()
                + "\" but no file \""
                + FORMAT_FILE
                + "\": it is not a data directory of ours, or half restored; name an empty"
                + " directory");
      }
    }
  }
}
