package org.mmm.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statement that adds events. It is prepared once for each connection, as that costs as much as
 * an insertion; used on the writer's thread only. It is closed with its connection.
 */
final class EventInsert {
  private @Nullable Connection connection;
  private @Nullable PreparedStatement statement;

  /** Adds all of them, or throws. */
  void all(Connection on, List<StoredEvent> events) throws SQLException {
    PreparedStatement insert = prepared(on);
    for (StoredEvent event : events) {
      insert.setString(1, event.persistenceId());
      insert.setLong(2, event.sequenceNr());
      insert.setString(3, event.writer());
      insert.setLong(4, event.timestamp());
      insert.setString(5, event.adapter());
      insert.setBytes(6, event.payload());
      insert.setInt(7, event.serializer());
      insert.setString(8, event.manifest());
      insert.executeUpdate();
    }
  }

  private PreparedStatement prepared(Connection on) throws SQLException {
    PreparedStatement known = statement;
    if (known != null && connection == on) return known;
    PreparedStatement fresh =
        on.prepareStatement(
            "INSERT INTO event (persistence_id, sequence_nr, writer, written, adapter,"
                + " payload, serializer, manifest) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    connection = on;
    statement = fresh;
    return fresh;
  }
}
