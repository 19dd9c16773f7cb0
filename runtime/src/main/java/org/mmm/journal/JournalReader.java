package org.mmm.journal;

import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.persistence.query.EventEnvelope;
import org.apache.pekko.persistence.query.PersistenceQuery;
import org.apache.pekko.persistence.query.javadsl.CurrentEventsByPersistenceIdQuery;
import org.apache.pekko.persistence.query.javadsl.CurrentPersistenceIdsQuery;
import org.apache.pekko.persistence.query.javadsl.ReadJournal;
import org.apache.pekko.stream.javadsl.Source;

/**
 * Reads back what entities have written, on whichever store: for the log. Streams end with what is
 * stored when they get there.
 */
public final class JournalReader {
  private final CurrentEventsByPersistenceIdQuery events;
  private final CurrentPersistenceIdsQuery ids;

  private JournalReader(CurrentEventsByPersistenceIdQuery events, CurrentPersistenceIdsQuery ids) {
    this.events = events;
    this.ids = ids;
  }

  /**
   * The reader of the journal that this actor system writes to.
   *
   * @throws IllegalArgumentException if {@code mmm.journal.read-plugin} names a plugin that cannot
   *     list entities and their events
   */
  public static JournalReader of(ActorSystem<?> system) {
    var name = system.settings().config().getString("mmm.journal.read-plugin");
    var plugin = PersistenceQuery.get(system).getReadJournalFor(ReadJournal.class, name);
    if (plugin instanceof CurrentEventsByPersistenceIdQuery events
        && plugin instanceof CurrentPersistenceIdsQuery ids) {
      return new JournalReader(events, ids);
    }
    throw new IllegalArgumentException(
        "mmm.journal.read-plugin = "
            + name
            + " must list entities and their events: name the read journal of the journal in use");
  }

  /**
   * The events of one entity, oldest first; one by one as they are asked for, so that a long
   * history takes no more memory than a short one.
   *
   * @param fromSequenceNr the first event wanted, from 1; 0 means the same
   */
  public Source<EventEnvelope, NotUsed> events(String persistenceId, long fromSequenceNr) {
    return events.currentEventsByPersistenceId(persistenceId, fromSequenceNr, Long.MAX_VALUE);
  }

  /**
   * The entities that have written at least one event and whose persistence ID begins with {@code
   * prefix}, each once, in no order.
   */
  public Source<String, NotUsed> persistenceIds(String prefix) {
    return ids.currentPersistenceIds().filter(id -> id.startsWith(prefix));
  }
}
