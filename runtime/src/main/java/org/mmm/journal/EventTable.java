package org.mmm.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The statements on the events of the embedded store. */
final class EventTable {
  private EventTable() {}

  /**
   * The events of one entity in order.
   *
   * @param from the first sequence number wanted
   * @param to the last one wanted
   * @param atMost so many rows
   */
  static List<StoredEvent> read(
      Connection connection, String persistenceId, long from, long to, int atMost)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            "SELECT sequence_nr, writer, written, adapter, payload, serializer, manifest"
                + " FROM event WHERE persistence_id = ? AND sequence_nr BETWEEN ? AND ?"
                + " ORDER BY sequence_nr LIMIT ?")) {
      query.setString(1, persistenceId);
      query.setLong(2, from);
      query.setLong(3, to);
      query.setInt(4, atMost);
      List<StoredEvent> events = new ArrayList<>();
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          events.add(
              new StoredEvent(
                  persistenceId,
                  rows.getLong(1),
                  rows.getString(2),
                  rows.getLong(3),
                  rows.getString(4),
                  rows.getBytes(5),
                  rows.getInt(6),
                  rows.getString(7)));
        }
      }
      return events;
    }
  }

  /** The newest sequence number of one entity; 0 if it has written nothing. */
  static long highest(Connection connection, String persistenceId) throws SQLException {
    try (var query =
        connection.prepareStatement(
            "SELECT MAX(sequence_nr) FROM event WHERE persistence_id = ?")) {
      query.setString(1, persistenceId);
      try (var rows = query.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  /**
   * Entities that have written, in the order of their persistence IDs.
   *
   * @param after the last one that is known already; empty to begin
   * @param atMost so many
   */
  static List<String> persistenceIds(Connection connection, String after, int atMost)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            "SELECT DISTINCT persistence_id FROM event WHERE persistence_id > ?"
                + " ORDER BY persistence_id LIMIT ?")) {
      query.setString(1, after);
      query.setInt(2, atMost);
      List<String> ids = new ArrayList<>();
      try (var rows = query.executeQuery()) {
        while (rows.next()) ids.add(rows.getString(1));
      }
      return ids;
    }
  }
}
