package org.mmm.journal;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.apache.pekko.persistence.AtomicWrite;
import org.apache.pekko.persistence.jdbc.config.JournalConfig;
import org.apache.pekko.persistence.jdbc.journal.dao.DefaultJournalDao;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.stream.Materializer;
import scala.collection.immutable.Seq;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.runtime.BoxedUnit;
import scala.util.Try;
import slick.jdbc.JdbcBackend;
import slick.jdbc.JdbcProfile;

/**
 * The plugin's way to the database, with each write timed and counted. Made by the plugin, by this
 * class's name.
 */
public final class MeteredJournalDao extends DefaultJournalDao {
  private final Serialization serialization;
  private final ExecutionContext executor;
  private final Duration writeTimeout;

  /** As the plugin calls it. */
  public MeteredJournalDao(
      JdbcBackend.JdbcDatabaseDef database,
      JdbcProfile profile,
      JournalConfig config,
      Serialization serialization,
      ExecutionContext executor,
      Materializer materializer) {
    super(database, profile, config, serialization, executor, materializer);
    this.serialization = serialization;
    this.executor = executor;
    this.writeTimeout =
        serialization.system().settings().config().getDuration("mmm.journal.write-timeout");
  }

  @Override
  public Future<Seq<Try<BoxedUnit>>> asyncWriteMessages(Seq<AtomicWrite> writes) {
    var meters = JournalSetup.meters(serialization.system());
    if (meters.isEmpty()) {
      return super.asyncWriteMessages(writes);
    }
    var sample = meters.get().start();
    var result = super.asyncWriteMessages(writes);
    watch(result, sample, events(writes), meters.get());
    return result;
  }

  private void watch(
      Future<Seq<Try<BoxedUnit>>> result, Timer.Sample sample, int events, JournalMeters meters) {
    result.onComplete(
        outcome -> {
          if (outcome.isSuccess()) {
            meters.written(sample, events, writeTimeout);
          } else {
            meters.failed();
          }
          return BoxedUnit.UNIT;
        },
        executor);
  }

  private static int events(Seq<AtomicWrite> writes) {
    var number = 0;
    for (var each = writes.iterator(); each.hasNext(); ) {
      number += each.next().size();
    }
    return number;
  }
}
