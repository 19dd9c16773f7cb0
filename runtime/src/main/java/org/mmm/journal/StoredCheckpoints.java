package org.mmm.journal;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Checkpoints in the embedded database. */
final class StoredCheckpoints implements Checkpoints {
  private final JournalDatabase database;
  private final Duration limit;

  StoredCheckpoints(JournalDatabase database, Duration limit) {
    this.database = database;
    this.limit = limit;
  }

  @Override
  public CompletionStage<Begun> begin(String room) {
    return database.write(
        "beginning room " + room,
        limit,
        connection -> {
          try (var merge =
              connection.prepareStatement(
                  "INSERT INTO room_checkpoint (room, incarnation, positions) VALUES (?, 1, x'')"
                      + " ON CONFLICT (room) DO UPDATE SET incarnation = incarnation + 1"
                      + " RETURNING incarnation, positions")) {
            merge.setString(1, room);
            try (var rows = merge.executeQuery()) {
              rows.next();
              return new Begun(rows.getLong(1), rows.getBytes(2));
            }
          }
        });
  }

  @Override
  public CompletionStage<Void> keep(String room, long incarnation, byte[] positions) {
    Checkpoints.check(positions);
    return database
        .write(
            "keeping how things stand in " + room,
            limit,
            connection -> {
              try (var update =
                  connection.prepareStatement(
                      "UPDATE room_checkpoint SET positions = ?"
                          + " WHERE room = ? AND incarnation = ?")) {
                update.setBytes(1, positions);
                update.setString(2, room);
                update.setLong(3, incarnation);
                return update.executeUpdate();
              }
            })
        .thenAccept(rows -> {});
  }
}
