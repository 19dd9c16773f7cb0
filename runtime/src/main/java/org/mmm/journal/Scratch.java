package org.mmm.journal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The part of a data directory that nobody needs after the node has ended. It is emptied at each
 * start, so what a killed node left in it does not pile up.
 */
final class Scratch {
  /** Where the driver of SQLite unpacks its library to; read by it once, when it is first used. */
  static final String SQLITE = "org.sqlite.tmpdir";

  private Scratch() {}

  /** Empties it, and makes it if it is missing. */
  static void empty(Path directory) throws IOException {
    if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      Files.walkFileTree(directory, new Deleting());
    }
    Files.createDirectory(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  /** Has the library of SQLite unpacked there, unless somebody named another place. */
  static void unpackInto(Path directory) {
    if (System.getProperty(SQLITE) == null) System.setProperty(SQLITE, directory.toString());
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      if (failure != null) throw failure;
      Files.delete(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
