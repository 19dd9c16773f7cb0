package org.mmm.journal;

import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.uuid.Uuids;
import com.typesafe.config.Config;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of the journal plugin in a Cassandra. */
final class CassandraRows implements RawJournal {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  /** A write that spans two partitions is in the later one, so one empty partition is no end. */
  private static final int EMPTY_PARTITIONS = 2;

  private static final String ONE =
      " WHERE persistence_id = ? AND partition_nr = ? AND sequence_nr = ? AND timestamp = ?";

  private final CassandraSession session;

  private CassandraRows(CassandraSession session) {
    this.session = session;
  }

  static CassandraRows open(Config root) {
    var cassandra = CassandraSettings.of(root);
    var config = CassandraConfig.of(JournalSettings.of(root), cassandra).withFallback(root);
    return new CassandraRows(CassandraSession.open(config, cassandra));
  }

  @Override
  public List<String> persistenceIds(String after, int atMost) {
    return session.await(
        "listing entities",
        LIMIT,
        () -> {
          // Partitions come in the order of their hashes, so the first ones by name are among all.
          var first = new TreeMap<String, Boolean>();
          for (Row row : session.execute("SELECT persistence_id FROM $.all_persistence_ids")) {
            String id = row.getString(0);
            if (id != null && id.compareTo(after) > 0) first.put(id, true);
            if (first.size() > atMost) first.pollLastEntry();
          }
          return List.copyOf(first.keySet());
        });
  }

  @Override
  public List<EventLine> events(String persistenceId) {
    return session.await(
        "reading the events of " + persistenceId,
        LIMIT,
        () -> {
          List<EventLine> events = new ArrayList<>();
          int empty = 0;
          for (long partition = 0; empty < EMPTY_PARTITIONS; partition++) {
            int before = events.size();
            var rows =
                session.execute(
                    "SELECT sequence_nr, timestamp, writer_uuid, ser_manifest FROM $.messages"
                        + " WHERE persistence_id = ? AND partition_nr = ?",
                    persistenceId,
                    partition);
            for (Row row : rows) {
              events.add(line(partition, row));
              bound(persistenceId, events.size());
            }
            empty = events.size() == before ? empty + 1 : 0;
          }
          return events;
        });
  }

  @Override
  public Map<String, Object> row(String persistenceId, EventLine event) {
    return one("*", persistenceId, event, CassandraRows::columns);
  }

  @Override
  public byte[] payload(String persistenceId, EventLine event) {
    return one("event", persistenceId, event, row -> bytes(row.getByteBuffer("event")));
  }

  @Override
  public List<Long> snapshots(String persistenceId) {
    return session.await(
        "reading the snapshots of " + persistenceId,
        LIMIT,
        () -> {
          List<Long> numbers = new ArrayList<>();
          session
              .execute(
                  "SELECT sequence_nr FROM $.snapshots WHERE persistence_id = ?", persistenceId)
              .forEach(row -> numbers.add(row.getLong(0)));
          return numbers;
        });
  }

  @Override
  public void remove(String persistenceId, List<EventLine> events, long snapshotsFrom) {
    session.await(
        "removing events of " + persistenceId,
        LIMIT,
        () -> {
          // Snapshots first: events that stay are found again, a state with a stray in it is not.
          session.execute(
              "DELETE FROM $.snapshots WHERE persistence_id = ? AND sequence_nr >= ?",
              persistenceId,
              snapshotsFrom);
          for (EventLine event : events) {
            session.execute("DELETE FROM $.messages" + ONE, key(persistenceId, event));
          }
          return events.size();
        });
  }

  @Override
  public Map<String, String> living() {
    return session.await(
        "asking which nodes live",
        LIMIT,
        () -> {
          Map<String, String> living = new TreeMap<>();
          session
              .execute("SELECT node, place FROM $.nodes")
              .forEach(one -> living.put(one.getString("node"), one.getString("place")));
          return living;
        });
  }

  @Override
  public void close() {
    session.close();
  }

  private <T> T one(
      String columns,
      String persistenceId,
      EventLine event,
      java.util.function.Function<Row, T> read) {
    return session.await(
        "reading event " + event.sequenceNr() + " of " + persistenceId,
        LIMIT,
        () -> {
          Row row =
              session
                  .execute(
                      "SELECT " + columns + " FROM $.messages" + ONE, key(persistenceId, event))
                  .one();
          if (row == null) {
            throw new JournalException(
                "event " + event.sequenceNr() + " of " + persistenceId + " is gone", null);
          }
          return read.apply(row);
        });
  }

  private static EventLine line(long partition, Row row) {
    UUID timestamp = row.getUuid("timestamp");
    if (timestamp == null) throw new JournalException("an event has no timestamp", null);
    return new EventLine(
        row.getLong("sequence_nr"),
        text(row, "writer_uuid"),
        Uuids.unixTimestamp(timestamp),
        text(row, "ser_manifest"),
        partition + "/" + timestamp);
  }

  private static @Nullable Object[] key(String persistenceId, EventLine event) {
    String[] place = event.place().split("/", 2);
    return new Object[] {
      persistenceId, Long.valueOf(place[0]), event.sequenceNr(), UUID.fromString(place[1])
    };
  }

  /** What of it is set, as JSON can say it. */
  private static Map<String, Object> columns(Row row) {
    Map<String, Object> columns = new LinkedHashMap<>();
    for (var definition : row.getColumnDefinitions()) {
      String name = definition.getName().asInternal();
      Object value = row.getObject(definition.getName());
      if (value instanceof ByteBuffer buffer) columns.put(name, bytes(buffer));
      else if (value instanceof UUID uuid) columns.put(name, uuid.toString());
      else if (value != null) columns.put(name, value);
    }
    return columns;
  }

  private static byte[] bytes(@Nullable ByteBuffer buffer) {
    if (buffer == null) return new byte[0];
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private static String text(Row row, String column) {
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  private static void bound(String persistenceId, int events) {
    if (events > EVENTS_AT_MOST) {
      throw new JournalException(
          persistenceId + " has more than " + EVENTS_AT_MOST + " events", null);
    }
  }
}
