package org.mmm.journal;

import com.typesafe.config.Config;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.persistence.query.ReadJournalProvider;
import org.apache.pekko.persistence.query.javadsl.ReadJournal;

/** How Pekko finds {@link EmbeddedReadJournal}: by this class's name. */
public final class EmbeddedReadJournalProvider implements ReadJournalProvider {
  private final EmbeddedReadJournal journal;

  /** As Pekko calls it. */
  public EmbeddedReadJournalProvider(ExtendedActorSystem system, Config config) {
    this.journal = new EmbeddedReadJournal(system, config.getDuration("timeout"));
  }

  /** For Scala, which nobody here speaks: it has no queries. */
  @Override
  public org.apache.pekko.persistence.query.scaladsl.ReadJournal scaladslReadJournal() {
    return new org.apache.pekko.persistence.query.scaladsl.ReadJournal() {};
  }

  @Override
  public ReadJournal javadslReadJournal() {
    return journal;
  }
}
