package org.mmm.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of an embedded journal. Who holds its directory is the only one that uses it. */
final class EmbeddedRows implements RawJournal {
  private final Connection connection;

  private EmbeddedRows(Connection connection) {
    this.connection = connection;
  }

  static EmbeddedRows open(DataDirectory directory, JournalSettings settings) {
    try {
      if (!java.nio.file.Files.exists(directory.database())) {
        throw new JournalException(
            "there is no journal in " + directory.path() + ": name another directory", null);
      }
      return new EmbeddedRows(
          new SqliteFile(directory.database(), settings.statementTimeout()).writer());
    } catch (SQLException e) {
      throw new JournalException(
          "journal in " + directory.path() + " cannot be opened: " + SqliteFile.line(e), e);
    }
  }

  @Override
  public List<String> persistenceIds(String after, int atMost) {
    return said("listing entities", c -> EventTable.persistenceIds(c, after, atMost));
  }

  @Override
  public List<EventLine> events(String persistenceId) {
    return said("reading the events of " + persistenceId, c -> events(c, persistenceId));
  }

  private static List<EventLine> events(Connection connection, String persistenceId)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            "SELECT sequence_nr, writer, written, manifest FROM event WHERE persistence_id = ?"
                + " ORDER BY sequence_nr LIMIT ?")) {
      query.setString(1, persistenceId);
      query.setInt(2, EVENTS_AT_MOST + 1);
      List<EventLine> events = new ArrayList<>();
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          events.add(
              new EventLine(
                  rows.getLong(1), rows.getString(2), rows.getLong(3), rows.getString(4), ""));
        }
      }
      if (events.size() > EVENTS_AT_MOST) {
        throw new JournalException(
            persistenceId + " has more than " + EVENTS_AT_MOST + " events", null);
      }
      return events;
    }
  }

  @Override
  public Map<String, Object> row(String persistenceId, EventLine event) {
    StoredEvent stored = stored(persistenceId, event);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("persistence_id", stored.persistenceId());
    row.put("sequence_nr", stored.sequenceNr());
    row.put("writer", stored.writer());
    row.put("written", stored.timestamp());
    row.put("adapter", stored.adapter());
    row.put("payload", stored.payload());
    row.put("serializer", stored.serializer());
    row.put("manifest", stored.manifest());
    return row;
  }

  @Override
  public byte[] payload(String persistenceId, EventLine event) {
    return stored(persistenceId, event).payload();
  }

  private StoredEvent stored(String persistenceId, EventLine event) {
    long number = event.sequenceNr();
    List<StoredEvent> found =
        said(
            "reading event " + number + " of " + persistenceId,
            c -> EventTable.read(c, persistenceId, number, number, 1));
    if (found.isEmpty()) {
      throw new JournalException("event " + number + " of " + persistenceId + " is gone", null);
    }
    return found.get(0);
  }

  @Override
  public List<Long> snapshots(String persistenceId) {
    return said("reading the snapshots of " + persistenceId, c -> snapshots(c, persistenceId));
  }

  private static List<Long> snapshots(Connection connection, String persistenceId)
      throws SQLException {
    try (var query =
        connection.prepareStatement("SELECT sequence_nr FROM snapshot WHERE persistence_id = ?")) {
      query.setString(1, persistenceId);
      List<Long> numbers = new ArrayList<>();
      try (var rows = query.executeQuery()) {
        while (rows.next()) numbers.add(rows.getLong(1));
      }
      return numbers;
    }
  }

  @Override
  public void remove(String persistenceId, List<EventLine> events, long snapshotsFrom) {
    said(
        "removing events of " + persistenceId,
        c -> {
          c.setAutoCommit(false);
          try {
            delete(c, persistenceId, events);
            SnapshotTable.delete(
                c,
                persistenceId,
                new SnapshotTable.Range(snapshotsFrom, Long.MAX_VALUE, 0, Long.MAX_VALUE));
            c.commit();
          } catch (SQLException | RuntimeException e) {
            c.rollback();
            throw e;
          } finally {
            c.setAutoCommit(true);
          }
          return events.size();
        });
  }

  private static void delete(Connection connection, String persistenceId, List<EventLine> events)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "DELETE FROM event WHERE persistence_id = ? AND sequence_nr = ? AND writer = ?")) {
      for (EventLine event : events) {
        statement.setString(1, persistenceId);
        statement.setLong(2, event.sequenceNr());
        statement.setString(3, event.writer());
        statement.executeUpdate();
      }
    }
  }

  /** Nobody: the directory is held. */
  @Override
  public Map<String, String> living() {
    return Map.of();
  }

  @Override
  public void close() {
    said(
        "closing the journal",
        c -> {
          c.close();
          return true;
        });
  }

  private <T> T said(String what, JournalDatabase.Work<T> work) {
    try {
      return work.on(connection);
    } catch (SQLException e) {
      throw new JournalException(what + " failed: " + SqliteFile.line(e), e);
    }
  }
}
