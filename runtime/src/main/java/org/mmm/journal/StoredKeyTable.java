package org.mmm.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Wrapped keys of Accounts in the embedded database. */
final class StoredKeyTable implements StoredAccountKeys.Table {
  private final JournalDatabase database;
  private final Duration limit;

  StoredKeyTable(JournalDatabase database, Duration limit) {
    this.database = database;
    this.limit = limit;
  }

  @Override
  public Optional<byte[]> readOrCreate(String account, byte[] fresh) {
    return JournalDatabase.await(
        database.write(
            "making the key of account " + account,
            limit,
            connection -> {
              try (var insert =
                  connection.prepareStatement(
                      "INSERT INTO account_key (account, wrapped) VALUES (?, ?)"
                          + " ON CONFLICT (account) DO NOTHING")) {
                insert.setString(1, account);
                insert.setBytes(2, fresh);
                insert.executeUpdate();
              }
              return select(connection, account);
            }));
  }

  @Override
  public Optional<byte[]> read(String account) {
    return JournalDatabase.await(
        database.read(
            "reading the key of account " + account,
            limit,
            connection -> select(connection, account)));
  }

  @Override
  public void erase(String account) {
    JournalDatabase.await(
        database.write(
            "erasing the key of account " + account,
            limit,
            connection -> {
              // The row stays: an Account whose key was erased must not get a new one.
              try (var merge =
                  connection.prepareStatement(
                      "INSERT INTO account_key (account, wrapped) VALUES (?, NULL)"
                          + " ON CONFLICT (account) DO UPDATE SET wrapped = NULL")) {
                merge.setString(1, account);
                return merge.executeUpdate();
              }
            }));
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
