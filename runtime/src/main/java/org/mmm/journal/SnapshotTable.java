package org.mmm.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The statements on the snapshots of the embedded store. */
final class SnapshotTable {

  /**
   * One snapshot as a row.
   *
   * @param sequenceNr of the last event that is in it
   * @param timestamp when it was taken, in epoch milliseconds
   * @param payload the state, encoded
   * @param serializer the ID of what encoded it
   * @param manifest what the serializer needs to decode it
   */
  record Row(
      String persistenceId,
      long sequenceNr,
      long timestamp,
      byte[] payload,
      int serializer,
      String manifest) {}

  /** Which snapshots of an entity: all bounds count in. */
  record Range(long fromNr, long toNr, long fromMillis, long toMillis) {}

  private static final String IN_RANGE =
      " WHERE persistence_id = ? AND sequence_nr BETWEEN ? AND ? AND taken BETWEEN ? AND ?";

  private SnapshotTable() {}

  /** Stores it; the number of rows. */
  static int put(Connection connection, Row row) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO snapshot"
                + " (persistence_id, sequence_nr, taken, payload, serializer, manifest)"
                + " VALUES (?, ?, ?, ?, ?, ?)")) {
      statement.setString(1, row.persistenceId());
      statement.setLong(2, row.sequenceNr());
      statement.setLong(3, row.timestamp());
      statement.setBytes(4, row.payload());
      statement.setInt(5, row.serializer());
      statement.setString(6, row.manifest());
      return statement.executeUpdate();
    }
  }

  /** The newest one in the range. */
  static Optional<Row> newest(Connection connection, String persistenceId, Range range)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            "SELECT sequence_nr, taken, payload, serializer, manifest FROM snapshot"
                + IN_RANGE
                + " ORDER BY sequence_nr DESC LIMIT 1")) {
      bind(query, persistenceId, range);
      try (var rows = query.executeQuery()) {
        return rows.next()
            ? Optional.of(
                new Row(
                    persistenceId,
                    rows.getLong(1),
                    rows.getLong(2),
                    rows.getBytes(3),
                    rows.getInt(4),
                    rows.getString(5)))
            : Optional.empty();
      }
    }
  }

  /** Deletes those in the range. */
  static int delete(Connection connection, String persistenceId, Range range) throws SQLException {
    try (var statement = connection.prepareStatement("DELETE FROM snapshot" + IN_RANGE)) {
      bind(statement, persistenceId, range);
      return statement.executeUpdate();
    }
  }

  private static void bind(java.sql.PreparedStatement statement, String persistenceId, Range range)
      throws SQLException {
    statement.setString(1, persistenceId);
    statement.setLong(2, range.fromNr());
    statement.setLong(3, range.toNr());
    statement.setLong(4, range.fromMillis());
    statement.setLong(5, range.toMillis());
  }
}
