package org.mmm.journal;

/** How the embedded database is opened. */
final class H2Url {
  static final String USER = "sa";

  private H2Url() {}

  /**
   * For all ordinary work: statements and locks are bounded in time.
   *
   * @param settings gives the statement timeout
   */
  static String of(DataDirectory directory, JournalSettings settings) {
    var millis = settings.statementTimeout().toMillis();
    return unbounded(directory) + ";LOCK_TIMEOUT=" + millis + ";QUERY_TIMEOUT=" + millis;
  }

  /** For opening, backing up and closing, which take as long as the data is large. */
  static String unbounded(DataDirectory directory) {
    var file = directory.database().toString();
    return "jdbc:h2:file:"
        + file.substring(0, file.length() - ".mv.db".length())
        // Without it a commit is acknowledged up to half a second before it is written, and lost at
        // a kill.
        + ";WRITE_DELAY=0"
        // The database stays open between connections, and until we close it: a hook of H2 would
        // close it
        // while entities still write their last events.
        + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE";
  }
}
