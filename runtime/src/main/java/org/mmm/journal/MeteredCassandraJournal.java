package org.mmm.journal;

import com.typesafe.config.Config;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.persistence.AtomicWrite;
import org.apache.pekko.persistence.PersistentRepr;
import org.apache.pekko.persistence.cassandra.journal.CassandraJournal;
import scala.Function1;
import scala.collection.immutable.Seq;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/**
 * The plugin's journal, with writes and reads timed and counted. Made by Pekko, by this class's
 * name.
 */
public final class MeteredCassandraJournal extends CassandraJournal {
  private final ActorSystem system;
  private final ExecutionContext executor;
  private final Duration writeTimeout;

  /** As Pekko calls it. */
  public MeteredCassandraJournal(Config settings, String path) {
    super(settings, path);
    this.system = context().system();
    this.executor = context().dispatcher();
    this.writeTimeout = system.settings().config().getDuration("mmm.journal.write-timeout");
  }

  @Override
  public Future<Seq<Try<BoxedUnit>>> asyncWriteMessages(Seq<AtomicWrite> writes) {
    var meters = JournalSetup.meters(system);
    var sample = meters.start();
    try {
      var result = super.asyncWriteMessages(writes);
      watch(result, sample, events(writes), meters);
      return result;
    } catch (RuntimeException e) {
      meters.failed();
      throw e;
    }
  }

  @Override
  public Future<BoxedUnit> asyncReplayMessages(
      String persistenceId,
      long from,
      long to,
      long atMost,
      Function1<PersistentRepr, BoxedUnit> replay) {
    var meters = JournalSetup.meters(system);
    var sample = meters.startRead();
    var result = super.asyncReplayMessages(persistenceId, from, to, atMost, replay);
    result.onComplete(
        outcome -> {
          if (outcome.isSuccess()) meters.read(sample);
          return BoxedUnit.UNIT;
        },
        executor);
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
