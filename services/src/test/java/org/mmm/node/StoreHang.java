package org.mmm.node;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Makes the store of a running node take no writes, as another program does that holds the lock of
 * its file, until this is closed. It acts on the file of the database itself, whatever the node
 * writes to it with.
 */
final class StoreHang implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  private final Connection holder;

  private StoreHang(Connection holder) {
    this.holder = holder;
  }

  /** Begins, for the node on that data directory. */
  static StoreHang of(Path data) throws SQLException {
    Path file = data.resolve("journal.db");
    if (!Files.exists(file)) throw new IllegalStateException("the store is not in " + file);
    var holder = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (var statement = holder.createStatement()) {
      statement.execute("PRAGMA busy_timeout = " + PATIENCE_MILLIS);
      statement.execute("BEGIN IMMEDIATE");
    }
    return new StoreHang(holder);
  }

  @Override
  public void close() throws SQLException {
    holder.close();
  }
}
