package org.mmm.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The file of the embedded database, and how connections to it are made: a commit is acknowledged
 * when the disk has it, readers and the one writer do not wait for each other.
 *
 * @param path the file
 * @param patience how long a statement waits for a lock that another program holds
 */
record SqliteFile(Path path, Duration patience) {

  /** For the one that writes. */
  Connection writer() throws SQLException {
    SQLiteConfig config = config();
    config.setJournalMode(JournalMode.WAL);
    // Each commit is on the disk before it is acknowledged, so also a loss of power loses nothing.
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    return open(config);
  }

  /** For those that read. */
  Connection reader() throws SQLException {
    SQLiteConfig config = config();
    config.setReadOnly(true);
    return open(config);
  }

  private SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) patience.toMillis());
    return config;
  }

  private Connection open(SQLiteConfig config) throws SQLException {
    return config.createConnection("jdbc:sqlite:" + path);
  }

  /** One line of what went wrong. */
  static String line(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }

  /** Whether the statement broke a rule of its table, and the disk and the file are in order. */
  static boolean brokeARule(Throwable failure) {
    return failure instanceof SQLiteException e
        && (e.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
  }
}
