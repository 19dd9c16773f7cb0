package org.mmm.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * The key that protects the keys of Accounts: 64 hexadecimal digits in a file readable by its owner
 * only. Made at the first start and never again: a journal that was written with one master key
 * does not open with another, or without.
 */
final class MasterKey {
  private static final String CHECK = "mmm master key";

  /** For one row of a database that has just been opened. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private MasterKey() {}

  /**
   * @param file where the key is, or is to be made for a new journal
   * @throws JournalException if the key is missing, unreadable, or not the one that the journal was
   *     written with
   */
  static AesGcm open(JournalDatabase database, Path file, SecureRandom random) {
    var check =
        JournalDatabase.await(
            database.read("reading the check of the master key", LIMIT, MasterKey::storedCheck));
    if (check.isEmpty()) {
      var key =
          new AesGcm(AesGcm.key(Files.exists(file) ? read(file) : create(file, random)), random);
      JournalDatabase.await(
          database.write(
              "storing the check of the master key",
              LIMIT,
              connection -> storeCheck(connection, key)));
      return key;
    }
    var key = new AesGcm(AesGcm.key(read(file)), random);
    try {
      key.open(check.get(), CHECK);
    } catch (JournalException e) {
      throw new JournalException(
          "master key "
              + file
              + " is not the one that this journal was written with: put the right file there"
              + " (mmm.journal.master-key-file, MMM_MASTER_KEY_FILE)",
          e);
    }
    return key;
  }

  private static byte[] create(Path file, SecureRandom random) {
    var key = AesGcm.newKey(random).getEncoded();
    try (var channel =
        Files.newByteChannel(
            file,
            Set.of(
                StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.DSYNC),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      channel.write(UTF_8.encode(HexFormat.of().formatHex(key) + "\n"));
      return key;
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

  private static Optional<byte[]> storedCheck(Connection connection) throws SQLException {
    try (var query = connection.prepareStatement("SELECT master_key_check FROM store");
        var rows = query.executeQuery()) {
      return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
    }
  }

  private static int storeCheck(Connection connection, AesGcm key) throws SQLException {
    try (var insert =
        connection.prepareStatement("INSERT INTO store (id, master_key_check) VALUES (1, ?)")) {
      insert.setBytes(1, key.seal(CHECK.getBytes(UTF_8), CHECK));
      return insert.executeUpdate();
    }
  }
}
