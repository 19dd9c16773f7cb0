package org.mmm.node;

import com.typesafe.config.Config;
import java.nio.file.Path;
import org.mmm.journal.EmbeddedJournal;
import org.mmm.journal.JournalException;

/** Puts a backup back into a data directory that is empty or new. */
final class Restoring {
  private Restoring() {}

  /** Throws a {@link NodeFailure} that says why it cannot. */
  static void into(Path data, Path backup, Config config) {
    try {
      EmbeddedJournal.restore(backup, data, config);
    } catch (JournalException | IllegalArgumentException e) {
      throw NodeFailure.failed(NodeFailure.line(e), e);
    }
  }
}
