package org.mmm.journal;

import com.datastax.oss.driver.api.core.cql.Row;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one row that says what the data were written with. Each of its columns is written once, by
 * whichever node comes first.
 */
final class CassandraStoreRow implements MasterKey.Check {
  /** For one row of a Cassandra that has just been connected to. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final CassandraSession session;
  private final CassandraSettings settings;

  CassandraStoreRow(CassandraSession session, CassandraSettings settings) {
    this.session = session;
    this.settings = settings;
  }

  /**
   * Notes the identity in a new store.
   *
   * @throws JournalException if the data were written with another
   */
  void check(StoreIdentity identity) {
    var mine = identity.line() + ", partition size " + settings.partitionSize();
    var stored =
        session.await(
            "checking the identity of the store",
            LIMIT,
            () -> {
              var known = row().map(row -> row.getString("identity"));
              if (known.isPresent()) {
                return known.get();
              }
              var write =
                  session
                      .execute(
                          "UPDATE $.store SET identity = ? WHERE id = 1 IF identity = null", mine)
                      .one();
              return applied(write) ? mine : row().map(row -> row.getString("identity")).orElse("");
            });
    if (!mine.equals(stored)) {
      throw new JournalException(
          "the data in keyspace "
              + settings.keyspace()
              + " were written with ("
              + stored
              + "), this node has ("
              + mine
              + "): set mmm.entities.shards and mmm.journal.cassandra.partition-size as they were,"
              + " or name another keyspace (mmm.journal.cassandra.keyspace)",
          null);
    }
  }

  /**
   * Notes the fingerprint of the token secrets in a new store.
   *
   * @throws JournalException if the nodes before had other secrets
   */
  void checkSecrets(String mine) {
    var stored =
        session.await(
            "checking the secrets against the store",
            LIMIT,
            () -> {
              var known = row().map(row -> row.getString("secrets_check"));
              if (known.isPresent()) {
                return known.get();
              }
              session.execute(
                  "UPDATE $.store SET secrets_check = ? WHERE id = 1 IF secrets_check = null",
                  mine);
              return row().map(row -> row.getString("secrets_check")).orElse("");
            });
    if (!mine.equals(stored)) {
      throw new JournalException(
          "the line \"derive\" of this node's secrets is not the one of the nodes before it on"
              + " keyspace "
              + settings.keyspace()
              + ", so they would refuse each other's tokens: give this node the secrets file of the"
              + " others (mmm.node.secrets-file, MMM_SECRETS_FILE)",
          null);
    }
  }

  @Override
  public Optional<byte[]> stored() {
    return session.await("reading the check of the master key", LIMIT, this::sealed);
  }

  @Override
  public byte[] store(byte[] sealed) {
    return session.await(
        "storing the check of the master key",
        LIMIT,
        () -> {
          session.execute(
              "UPDATE $.store SET master_key_check = ? WHERE id = 1 IF master_key_check = null",
              ByteBuffer.wrap(sealed));
          return sealed().orElseThrow();
        });
  }

  private Optional<byte[]> sealed() {
    return row().map(row -> row.getByteBuffer("master_key_check")).map(CassandraStoreRow::bytes);
  }

  private Optional<Row> row() {
    return Optional.ofNullable(
        session
            .execute("SELECT identity, master_key_check, secrets_check FROM $.store WHERE id = 1")
            .one());
  }

  /** Whether a conditional write was done. */
  static boolean applied(@Nullable Row answer) {
    return answer != null && answer.getBoolean("[applied]");
  }

  static byte[] bytes(ByteBuffer buffer) {
    var bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
