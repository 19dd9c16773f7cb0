package org.mmm.edge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Small files that only their owner may read. */
public final class PrivateFile {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private PrivateFile() {}

  /** The text of the file; made first if there is none. */
  public static String readOrMake(Path file, Supplier<String> text) {
    try {
      return read(file);
    } catch (NoSuchFileException missing) {
      try {
        write(file, text.get());
        return read(file);
      } catch (IOException e) {
        throw new IllegalArgumentException("cannot write " + file + ": " + e, e);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + file + ": " + e, e);
    }
  }

  private static String read(Path file) throws IOException {
    Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
    if (!OWNER.containsAll(rights)) {
      throw new IllegalArgumentException(
          file + " may be read by others; make it private with: chmod 600 " + file);
    }
    return Files.readString(file).strip();
  }

  /** Complete or not at all: a crash must not leave half a secret. */
  private static void write(Path file, String text) throws IOException {
    // Of its own name, since several nodes may make the file that they share at the same moment.
    Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
    Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER));
    try (var out = Files.newByteChannel(draft, StandardOpenOption.WRITE)) {
      out.write(java.nio.ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)));
      if (out instanceof java.nio.channels.FileChannel channel) channel.force(true);
    }
    try {
      Files.createLink(file, draft); // unlike a move, never puts it in the place of another's
    } catch (FileAlreadyExistsException another) {
      return;
    } finally {
      Files.delete(draft);
    }
  }
}
