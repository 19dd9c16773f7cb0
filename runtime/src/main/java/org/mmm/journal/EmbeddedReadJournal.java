package org.mmm.journal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.persistence.query.EventEnvelope;
import org.apache.pekko.persistence.query.Offset;
import org.apache.pekko.persistence.query.javadsl.CurrentEventsByPersistenceIdQuery;
import org.apache.pekko.persistence.query.javadsl.CurrentPersistenceIdsQuery;
import org.apache.pekko.persistence.query.javadsl.ReadJournal;
import org.apache.pekko.stream.javadsl.Source;

/** Reads the embedded database back, a page at a time as it is asked for. */
final class EmbeddedReadJournal
    implements ReadJournal, CurrentEventsByPersistenceIdQuery, CurrentPersistenceIdsQuery {
  private static final int PAGE = 500;

  private final JournalDatabase database;
  private final EventCodec codec;
  private final Duration limit;

  EmbeddedReadJournal(ExtendedActorSystem system, Duration limit) {
    this.database = JournalSetup.database(system);
    this.codec = new EventCodec(system);
    this.limit = limit;
  }

  @Override
  public Source<EventEnvelope, NotUsed> currentEventsByPersistenceId(
      String persistenceId, long from, long to) {
    return pages(
            Math.max(1, from),
            next ->
                database.read(
                    "reading the events of " + persistenceId,
                    limit,
                    connection -> EventTable.read(connection, persistenceId, next, to, PAGE)),
            last -> last.sequenceNr() + 1)
        .map(
            row ->
                new EventEnvelope(
                    Offset.sequence(row.sequenceNr()),
                    row.persistenceId(),
                    row.sequenceNr(),
                    codec.payload(row),
                    row.timestamp()));
  }

  @Override
  public Source<String, NotUsed> currentPersistenceIds() {
    return pages(
        "",
        after ->
            database.read(
                "listing entities",
                limit,
                connection -> EventTable.persistenceIds(connection, after, PAGE)),
        last -> last);
  }

  /** All rows, page after page; the next page begins where the last row says. */
  private static <K, T> Source<T, NotUsed> pages(
      K first, Function<K, CompletionStage<List<T>>> page, Function<T, K> next) {
    return Source.unfoldAsync(
            Optional.of(first),
            from ->
                from.map(
                        start ->
                            page.apply(start)
                                .thenApply(
                                    rows ->
                                        rows.isEmpty()
                                            ? Optional.<Pair<Optional<K>, List<T>>>empty()
                                            : Optional.of(
                                                Pair.create(
                                                    rows.size() < PAGE
                                                        ? Optional.<K>empty()
                                                        : Optional.of(
                                                            next.apply(rows.get(rows.size() - 1))),
                                                    rows))))
                    .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())))
        .mapConcat(rows -> rows);
  }
}
