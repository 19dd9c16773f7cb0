package org.mmm.journal;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;

/**
 * Checkpoints in Cassandra. All writes are conditional, so that a node that lost a Room without
 * knowing it overwrites nothing of the one that has it now.
 */
final class CassandraCheckpoints implements Checkpoints {
  private static final int TRIES = 10;

  private final CassandraSession session;
  private final Duration limit;
  private final InstantSource clock;

  CassandraCheckpoints(CassandraSession session, Duration limit, InstantSource clock) {
    this.session = session;
    this.limit = limit;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Begun> begin(String room) {
    return session.submit("beginning room " + room, limit, () -> raise(room));
  }

  private Begun raise(String room) {
    for (int i = 0; i < TRIES; i++) {
      var row =
          session
              .execute("SELECT incarnation, positions FROM $.room_checkpoints WHERE room = ?", room)
              .one();
      if (row == null) {
        var made =
            session
                .execute(
                    "INSERT INTO $.room_checkpoints (room, incarnation) VALUES (?, 1)"
                        + " IF NOT EXISTS",
                    room)
                .one();
        if (CassandraStoreRow.applied(made)) return new Begun(1, new byte[0]);
        continue;
      }
      long before = row.getLong("incarnation");
      var raised =
          session
              .execute(
                  "UPDATE $.room_checkpoints SET incarnation = ? WHERE room = ? IF incarnation = ?",
                  before + 1,
                  room,
                  before)
              .one();
      if (CassandraStoreRow.applied(raised)) {
        ByteBuffer positions = row.getByteBuffer("positions");
        return new Begun(
            before + 1, positions == null ? new byte[0] : CassandraStoreRow.bytes(positions));
      }
    }
    throw new JournalException("room " + room + " is begun by several nodes at once", null);
  }

  @Override
  public CompletionStage<Void> keep(String room, long incarnation, byte[] positions) {
    Checkpoints.check(positions);
    return session
        .submit(
            "keeping how things stand in " + room,
            limit,
            () ->
                session.execute(
                    "UPDATE $.room_checkpoints SET positions = ?, saved = ? WHERE room = ?"
                        + " IF incarnation = ?",
                    ByteBuffer.wrap(positions),
                    clock.instant(),
                    room,
                    incarnation))
        .thenAccept(written -> {});
  }
}
