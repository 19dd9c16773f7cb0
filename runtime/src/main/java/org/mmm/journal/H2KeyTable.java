package org.mmm.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Wrapped keys of Accounts in the embedded database. */
final class H2KeyTable implements StoredAccountKeys.Table {
  private final JournalDatabase database;
  private final Duration limit;

  H2KeyTable(JournalDatabase database, Duration limit) {
    this.database = database;
    this.limit = limit;
  }

  @Override
  public Optional<byte[]> readOrCreate(String account, byte[] fresh) {
    return database.await(
        "making the key of account " + account,
        limit,
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
    return database.await(
        "reading the key of account " + account, limit, connection -> select(connection, account));
  }

  @Override
  public void erase(String account) {
    database.await(
        "erasing the key of account " + account,
        limit,
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
