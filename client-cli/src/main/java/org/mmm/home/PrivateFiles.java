package org.mmm.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;

/**
 * Files that hold secrets: created 0600 in directories created 0700, replaced whole, changed under
 * a lock, so that neither another user nor a cut nor a second command sees half of one.
 */
final class PrivateFiles {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private PrivateFiles() {}

  /** Makes the directory and its parents, for its owner alone. */
  static void directory(Path dir) {
    try {
      Files.createDirectories(dir, attributes("rwx------"));
    } catch (IOException e) {
      throw cannot("make the directory", dir, e);
    }
  }

  static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw cannot("read", file, e);
    }
  }

  /** Replaces the file in one step; a reader sees the old text or the new one. */
  static void write(Path file, String text) {
    Path dir = parent(file);
    directory(dir);
    try {
      Path next =
          Files.createTempFile(dir, "." + file.getFileName(), ".next", attributes("rw-------"));
      try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
        channel.write(StandardCharsets.UTF_8.encode(text));
        // What was sent under a key must be found again after a power cut, so the key comes first.
        channel.force(true);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw cannot("write", file, e);
    }
  }

  /** Adds whole lines at the end of a file that exists. */
  static void append(Path file, String lines) {
    try {
      Files.writeString(file, lines, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw cannot("write", file, e);
    }
  }

  /** Reads, changes and writes the file with every other command kept out meanwhile. */
  static synchronized void update(Path file, UnaryOperator<String> change) {
    Path dir = parent(file);
    directory(dir);
    Path lock = dir.resolve("." + file.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(
                lock,
                java.util.Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                attributes("rw-------"));
        var held = channel.lock()) {
      write(file, change.apply(read(file).orElse("")));
    } catch (IOException e) {
      throw cannot("lock", file, e);
    }
  }

  private static Path parent(Path file) {
    Path dir = file.toAbsolutePath().getParent();
    if (dir == null) {
      throw new IllegalArgumentException("'" + file + "' is no file");
    }
    return dir;
  }

  private static FileAttribute<?>[] attributes(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static Failure cannot(String what, Path file, IOException e) {
    return new Failure(
        ExitCode.FAILED,
        "cannot " + what + " " + file + ": " + why(e) + "; set MMM_HOME to a directory of yours",
        e);
  }

  private static String why(IOException e) {
    return e instanceof java.nio.file.AccessDeniedException
        ? "no permission"
        : e.getClass().getSimpleName() + " " + e.getMessage();
  }
}
