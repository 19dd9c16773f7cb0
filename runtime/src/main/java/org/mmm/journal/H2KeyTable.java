package org.mmm.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Wrapped keys of Accounts in the embedded database. */
final class H2KeyTable implements StoredAccountKeys.Table {
  private final JournalDatabase database;

  H2KeyTable(JournalDatabase database) {
    this.database = database;
  }

  @Override
  public Optional<byte[]> readOrCreate(String account, byte[] fresh) {
    return database.run(
        "making the key of account " + account,
        connection -> {
          try (var insert =
              connection.prepareStatement(
                  "INSERT INTO account_key (account, wrapped) SELECT ?, ?"
                      + " WHERE NOT EXISTS (SELECT 1 FROM account_key WHERE account = ?)")) {
            insert.setString(1, account);
            insert.setBytes(2, fresh);
            insert.setString(3, account);
            insert.executeUpdate();
          }
          return select(connection, account);
        });
  }

  @Override
  public Optional<byte[]> read(String account) {
    return database.run(
        "reading the key of account " + account, connection -> select(connection, account));
  }

  @Override
  public void erase(String account) {
    database.run(
        "erasing the key of account " + account,
        connection -> {
          // The row stays: an Account whose key was erased must not get a new one.
          try (var merge =
              connection.prepareStatement(
                  "MERGE INTO account_key (account, wrapped) KEY (account) VALUES (?, NULL)")) {
            merge.setString(1, account);
            return merge.executeUpdate();
          }
        });
  }

  private static Optional<byte[]> select(Connection connection, String account)
      throws SQLException {
    try (var query =
        connection.prepareStatement("SELECT wrapped FROM account_key WHERE account = ?")) {
      query.setString(1, account);
      try (var rows = query.executeQuery()) {
        return rows.next() ? Optional.ofNullable(rows.getBytes(1)) : Optional.empty();
      }
    }
  }
}
