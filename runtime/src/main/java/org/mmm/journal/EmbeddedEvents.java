package org.mmm.journal;

import com.typesafe.config.Config;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pekko.dispatch.Futures;
import org.apache.pekko.persistence.AtomicWrite;
import org.apache.pekko.persistence.PersistentRepr;
import org.apache.pekko.persistence.journal.japi.AsyncWriteJournal;
import scala.concurrent.Future;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.FutureConverters;

/**
 * Pekko's journal on the embedded database. Made by Pekko, by this class's name, with the settings
 * of {@link JournalConfig}.
 */
public final class EmbeddedEvents extends AsyncWriteJournal {
  /** Rows read at once: a long history takes no more memory than a short one. */
  private static final int PAGE = 500;

  private final JournalDatabase database;
  private final JournalMeters meters;
  private final EventCodec codec;
  private final EventInsert insert = new EventInsert();
  private final Duration writeTimeout;
  private final Duration readTimeout;

  /** As Pekko calls it. */
  public EmbeddedEvents(Config config) {
    var system = context().system();
    this.database = JournalSetup.database(system);
    this.meters = JournalSetup.meters(system);
    this.codec = new EventCodec(system);
    this.writeTimeout = config.getDuration("write-timeout");
    this.readTimeout = config.getDuration("recovery-event-timeout");
  }

  @Override
  public Future<Iterable<Optional<Exception>>> doAsyncWriteMessages(Iterable<AtomicWrite> writes) {
    List<StoredEvent> events = new ArrayList<>();
    List<Optional<Exception>> accepted = new ArrayList<>();
    try {
      for (AtomicWrite write : writes) {
        CollectionConverters.asJava(write.payload()).forEach(e -> events.add(codec.encoded(e)));
        accepted.add(Optional.empty());
      }
    } catch (RuntimeException e) {
      return Futures.failed(e); // none of it is stored
    }
    var sample = meters.start();
    return FutureConverters.asScala(
        database
            .write(
                "storing events",
                events.size(),
                connection -> {
                  insert.all(connection, events);
                  return events.size();
                })
            .<Iterable<Optional<Exception>>>handle(
                (number, failure) -> {
                  if (failure == null) {
                    meters.written(sample, number, writeTimeout);
                    return accepted;
                  }
                  meters.failed();
                  throw failure instanceof RuntimeException e
                      ? e
                      : new JournalException("storing events failed: " + failure, failure);
                }));
  }

  @Override
  public Future<Void> doAsyncDeleteMessagesTo(String persistenceId, long to) {
    return Futures.failed(
        new UnsupportedOperationException(
            "events are never deleted, so those of " + persistenceId + " stay"));
  }

  @Override
  public Future<Void> doAsyncReplayMessages(
      String persistenceId, long from, long to, long atMost, Consumer<PersistentRepr> replay) {
    var sample = meters.startRead();
    return FutureConverters.asScala(
        database
            .read(
                "reading the events of " + persistenceId,
                readTimeout,
                connection -> replay(connection, persistenceId, from, to, atMost, replay))
            .thenAccept(newest -> meters.read(sample)));
  }

  /** The newest sequence number that was replayed, or the one before the first. */
  private long replay(
      Connection connection,
      String persistenceId,
      long from,
      long to,
      long atMost,
      Consumer<PersistentRepr> replay)
      throws SQLException {
    long newest = Math.max(1, from) - 1;
    for (long left = atMost; left > 0 && newest < to; left -= PAGE) {
      int page = (int) Math.min(PAGE, left);
      var events = EventTable.read(connection, persistenceId, newest + 1, to, page);
      events.forEach(event -> replay.accept(codec.decoded(event)));
      if (events.size() < page) break;
      newest = events.get(page - 1).sequenceNr();
    }
    return newest;
  }

  @Override
  public Future<Long> doAsyncReadHighestSequenceNr(String persistenceId, long from) {
    return FutureConverters.asScala(
        database.read(
            "reading the newest event of " + persistenceId,
            readTimeout,
            connection -> EventTable.highest(connection, persistenceId)));
  }
}
