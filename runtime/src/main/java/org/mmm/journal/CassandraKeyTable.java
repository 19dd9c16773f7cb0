package org.mmm.journal;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/**
 * Wrapped keys of Accounts in Cassandra. All writes are conditional, so that of two nodes that make
 * a key for the same Account one is told the other's, and an erased one stays erased.
 */
final class CassandraKeyTable implements StoredAccountKeys.Table {
  private final CassandraSession session;
  private final Duration limit;

  CassandraKeyTable(CassandraSession session, Duration limit) {
    this.session = session;
    this.limit = limit;
  }

  @Override
  public Optional<byte[]> readOrCreate(String account, byte[] fresh) {
    return session.await(
        "making the key of account " + account,
        limit,
        () -> {
          var made =
              session
                  .execute(
                      "INSERT INTO $.account_keys (account, wrapped, erased) VALUES (?, ?, false)"
                          + " IF NOT EXISTS",
                      account,
                      ByteBuffer.wrap(fresh))
                  .one();
          return CassandraStoreRow.applied(made) ? Optional.of(fresh) : select(account);
        });
  }

  @Override
  public Optional<byte[]> read(String account) {
    return session.await("reading the key of account " + account, limit, () -> select(account));
  }

  @Override
  public void erase(String account) {
    session.await(
        "erasing the key of account " + account,
        limit,
        () -> {
          // The row stays: an Account whose key was erased must not get a new one.
          var unheardOf =
              session
                  .execute(
                      "INSERT INTO $.account_keys (account, erased) VALUES (?, true) IF NOT EXISTS",
                      account)
                  .one();
          if (CassandraStoreRow.applied(unheardOf)) {
            return true;
          }
          var erased =
              session
                  .execute(
                      "UPDATE $.account_keys SET wrapped = null, erased = true WHERE account = ?"
                          + " IF EXISTS",
                      account)
                  .one();
          if (!CassandraStoreRow.applied(erased)) {
            throw new JournalException(
                "the key of account " + account + " was not erased: try again", null);
          }
          return true;
        });
  }

  private Optional<byte[]> select(String account) {
    var row =
        session.execute("SELECT wrapped FROM $.account_keys WHERE account = ?", account).one();
    return Optional.ofNullable(row)
        .map(found -> found.getByteBuffer("wrapped"))
        .map(CassandraStoreRow::bytes);
  }
}
