package org.mmm.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** The check of the master key in the embedded database, which one node has for itself. */
final class StoredMasterKeyCheck implements MasterKey.Check {
  /** For one row of a database that has just been opened. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final JournalDatabase database;

  StoredMasterKeyCheck(JournalDatabase database) {
    this.database = database;
  }

  @Override
  public Optional<byte[]> stored() {
    return JournalDatabase.await(
        database.read("reading the check of the master key", LIMIT, StoredMasterKeyCheck::select));
  }

  @Override
  public byte[] store(byte[] sealed) {
    return JournalDatabase.await(
        database.write(
            "storing the check of the master key",
            LIMIT,
            connection -> {
              try (var insert =
                  connection.prepareStatement(
                      "INSERT INTO store (id, master_key_check) VALUES (1, ?)")) {
                insert.setBytes(1, sealed);
                insert.executeUpdate();
                return sealed;
              }
            }));
  }

  private static Optional<byte[]> select(Connection connection) throws SQLException {
    try (var query = connection.prepareStatement("SELECT master_key_check FROM store");
        var rows = query.executeQuery()) {
      return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
    }
  }
}
