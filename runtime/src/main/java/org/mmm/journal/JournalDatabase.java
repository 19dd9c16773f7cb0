package org.mmm.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The embedded database: one file with a schema, one that writes, a few that read. Every piece of
 * work is one transaction, or part of one that it shares with others.
 */
final class JournalDatabase implements AutoCloseable {

  /** One transaction, or part of one; throws to undo it. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private final SqliteFile file;
  private final StoreWriter writer;
  private final StoreReaders readers;

  private JournalDatabase(SqliteFile file, StoreWriter writer, StoreReaders readers) {
    this.file = file;
    this.writer = writer;
    this.readers = readers;
  }

  /**
   * @throws JournalException if the database cannot be opened
   */
  static JournalDatabase open(DataDirectory directory, JournalSettings settings) {
    Scratch.unpackInto(directory.scratch());
    SqliteFile file = new SqliteFile(directory.database(), settings.statementTimeout());
    try {
      Connection first = file.writer();
      try (var statement = first.createStatement()) {
        for (var command : schema().split(";\n", -1)) statement.executeUpdate(command);
      }
      return new JournalDatabase(
          file,
          new StoreWriter(file, first, settings.maxWaitingWrites(), settings.maxEventsPerWrite()),
          new StoreReaders(file, settings.readers(), settings.maxWaitingReads()));
    } catch (SQLException e) {
      throw new JournalException(
          "journal in "
              + directory.path()
              + " cannot be opened: "
              + SqliteFile.line(e)
              + "; restore a backup if it is damaged",
          e);
    }
  }

  /**
   * Writes, as a whole or not at all.
   *
   * @param what names the work in an error: "storing blob ..."
   * @param weight how much it writes, in events
   * @return fails with {@link JournalException}; completes on the writer's thread
   */
  <T> CompletableFuture<T> write(String what, int weight, Work<T> work) {
    try {
      return writer
          .submit(work, weight)
          .exceptionallyCompose(e -> CompletableFuture.failedFuture(said(what, e)));
    } catch (RejectedExecutionException e) {
      return refused(what, writer.waiting() + " writes", "max-waiting-writes", e);
    }
  }

  /**
   * As {@link #write}, but fails for its caller after some time, whatever the database is doing; it
   * may still be done later.
   */
  <T> CompletionStage<T> write(String what, Duration limit, Work<T> work) {
    return within(what, limit, write(what, 1, work));
  }

  /**
   * Reads what is stored.
   *
   * @param what names the work in an error: "reading blob ..."
   * @param limit after which the work fails for its caller, whatever the database is doing
   * @return fails with {@link JournalException}
   */
  <T> CompletionStage<T> read(String what, Duration limit, Work<T> work) {
    try {
      return within(
          what,
          limit,
          readers
              .submit(work)
              .exceptionallyCompose(e -> CompletableFuture.failedFuture(said(what, e))));
    } catch (RejectedExecutionException e) {
      return refused(what, readers.waiting() + " reads", "max-waiting-reads", e);
    }
  }

  /** How much work waits for the writer. */
  int waitingWrites() {
    return writer.waiting();
  }

  /**
   * Waits for work of this database: for callers that cannot go on without.
   *
   * @throws JournalException if the database fails or does not answer
   */
  static <T> T await(CompletionStage<T> work) {
    try {
      return work.toCompletableFuture().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof JournalException known) throw known;
      throw e;
    }
  }

  /** Writes a consistent copy of the running database to a new or empty file. */
  void copyTo(Path copy) throws SQLException {
    try (var connection = file.reader();
        var statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, copy.toString());
      statement.execute();
    }
  }

  /** Does what waits and closes the database; the actor system that uses it must have ended. */
  @Override
  public void close() {
    readers.close();
    writer.close();
  }

  private static <T> CompletionStage<T> within(
      String what, Duration limit, CompletableFuture<T> work) {
    return work.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionallyCompose(e -> CompletableFuture.failedFuture(late(what, limit, e)));
  }

  private static Throwable late(String what, Duration limit, Throwable failure) {
    return cause(failure) instanceof TimeoutException late
        ? new JournalException(
            what + " took longer than " + limit.toMillis() + " ms: the disk or the store hangs",
            late)
        : cause(failure);
  }

  private static JournalException said(String what, Throwable failure) {
    Throwable cause = cause(failure);
    if (cause instanceof JournalException known) return known;
    return new JournalException(
        what
            + " failed: "
            + (cause instanceof SQLException e ? SqliteFile.line(e) : String.valueOf(cause)),
        cause);
  }

  private static Throwable cause(Throwable failure) {
    var inner = failure.getCause();
    return failure instanceof CompletionException && inner != null ? inner : failure;
  }

  private static <T> CompletableFuture<T> refused(
      String what, String waiting, String setting, RejectedExecutionException e) {
    return CompletableFuture.failedFuture(
        new JournalException(
            what
                + " was refused: "
                + waiting
                + " wait for the store (mmm.journal."
                + setting
                + "); try again later",
            e));
  }

  private static String schema() {
    try (var resource = JournalDatabase.class.getResourceAsStream("schema.sql")) {
      if (resource == null) {
        throw new IllegalStateException(
            "org/mmm/journal/schema.sql is missing in this program's files: install it anew");
      }
      return new String(resource.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
