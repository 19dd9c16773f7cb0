package org.mmm.journal;

import com.typesafe.config.Config;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A journal as rows, for who looks after it while no node runs: nothing is decrypted and no entity
 * is started.
 */
interface RawJournal extends AutoCloseable {
  /** No more events of one entity are looked at, each about 200 bytes in memory. */
  int EVENTS_AT_MOST = 5_000_000;

  /**
   * Opens the journal that {@code mmm.journal.kind} names, which must be there already.
   *
   * @param directory of an embedded journal; held by the caller
   * @throws JournalException if it cannot be had
   */
  static RawJournal open(Optional<DataDirectory> directory, Config root) {
    return switch (JournalKind.of(root)) {
      case EMBEDDED ->
          EmbeddedRows.open(
              directory.orElseThrow(
                  () -> new IllegalArgumentException("an embedded journal is in a directory")),
              JournalSettings.of(root));
      case CASSANDRA -> CassandraRows.open(root);
    };
  }

  /**
   * Entities that have written, in the order of their IDs.
   *
   * @param after the last one that is known already; empty to begin
   * @param atMost so many
   */
  List<String> persistenceIds(String after, int atMost);

  /**
   * Every event of one entity, without what it says.
   *
   * @throws JournalException if it has more than {@link #EVENTS_AT_MOST}
   */
  List<EventLine> events(String persistenceId);

  /** The row of an event, column by column: all that is needed to write it once more. */
  Map<String, Object> row(String persistenceId, EventLine event);

  /** The event, encoded. */
  byte[] payload(String persistenceId, EventLine event);

  /** The sequence numbers of its snapshots. */
  List<Long> snapshots(String persistenceId);

  /** Removes these events, and snapshots from that sequence number on. */
  void remove(String persistenceId, List<EventLine> events, long snapshotsFrom);

  /** The nodes that live on this journal, by name. */
  Map<String, String> living();

  @Override
  void close();
}
