package org.mmm.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The key that protects the keys of Accounts: 64 hexadecimal digits in a file readable by its owner
 * only. Made at the first start and never again: a journal that was written with one master key
 * does not open with another, or without.
 */
final class MasterKey {
  private static final String CHECK = "mmm master key";

  /** Where a known text under the master key is kept, so that a wrong key is found at the start. */
  interface Check {
    /** The sealed text; empty in a new store. */
    Optional<byte[]> stored();

    /**
     * Stores the sealed text, unless another node has just done so.
     *
     * @return what is stored now
     */
    byte[] store(byte[] sealed);
  }

  private MasterKey() {}

  /**
   * @param file where the key is, or is to be made for a new journal
   * @throws JournalException if the key is missing, unreadable, or not the one that the journal was
   *     written with
   */
  static AesGcm open(Check check, Path file, SecureRandom random) {
    var stored = check.stored();
    if (stored.isPresent()) {
      return verified(new AesGcm(AesGcm.key(read(file)), random), stored.get(), file);
    }
    var key =
        new AesGcm(AesGcm.key(Files.exists(file) ? read(file) : create(file, random)), random);
    return verified(key, check.store(key.seal(CHECK.getBytes(UTF_8), CHECK)), file);
  }

  private static AesGcm verified(AesGcm key, byte[] stored, Path file) {
    try {
      key.open(stored, CHECK);
      return key;
    } catch (JournalException e) {
      throw new JournalException(
          "master key "
              + file
              + " is not the one that this journal was written with: put the right file there"
              + " (mmm.journal.master-key-file, MMM_MASTER_KEY_FILE)",
          e);
    }
  }

  private static byte[] create(Path file, SecureRandom random) {
    var key = AesGcm.newKey(random).getEncoded();
    try {
      var draft = draft(file, key);
      try {
        Files.createLink(file, draft); // whole from the first moment, and by one node only
        return key;
      } catch (FileAlreadyExistsException another) {
        return read(file);
      } finally {
        Files.delete(draft);
      }
    } catch (IOException e) {
      throw new JournalException(
          "master key "
              + file
              + " cannot be made: "
              + e
              + "; name another file (mmm.journal.master-key-file)",
          e);
    }
  }

  private static Path draft(Path file, byte[] key) throws IOException {
    var draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
    try (var channel =
        Files.newByteChannel(
            draft,
            Set.of(
                StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.DSYNC),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      channel.write(UTF_8.encode(HexFormat.of().formatHex(key) + "\n"));
    }
    return draft;
  }

  private static byte[] read(Path file) {
    try {
      return HexFormat.of().parseHex(text(file));
    } catch (IOException e) {
      throw new JournalException(
          "master key "
              + file
              + " cannot be read: without it personal data stay sealed; put it back, or name its"
              + " place (mmm.journal.master-key-file, MMM_MASTER_KEY_FILE)",
          e);
    } catch (IllegalArgumentException e) {
      throw new JournalException(
          "master key "
              + file
              + " is damaged: it must be 64 hexadecimal digits; put the right file there",
          e);
    }
  }

  private static String text(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var text = new String(in.readNBytes(256), UTF_8).strip();
      if (text.length() != 2 * AesGcm.KEY_BYTES) {
        throw new IllegalArgumentException("length " + text.length());
      }
      return text;
    }
  }
}
