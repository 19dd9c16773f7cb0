package org.mmm.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * The embedded database for all but the journal plugin, which has connections of its own: opened
 * once with its schema, blocking work on its own few threads behind a bounded queue, every piece of
 * work one transaction.
 */
final class JournalDatabase implements AutoCloseable {

  /** One transaction; throws to undo it. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private final DataDirectory directory;
  private final JdbcConnectionPool connections;
  private final ThreadPoolExecutor threads;

  private JournalDatabase(
      DataDirectory directory, JdbcConnectionPool connections, ThreadPoolExecutor threads) {
    this.directory = directory;
    this.connections = connections;
    this.threads = threads;
  }

  /**
   * @throws JournalException if the database cannot be opened
   */
  static JournalDatabase open(DataDirectory directory, JournalSettings settings) {
    try (var first = DriverManager.getConnection(H2Url.unbounded(directory), H2Url.USER, "");
        var statement = first.createStatement()) {
      for (var command : schema().split(";\n", -1)) {
        statement.execute(command);
      }
    } catch (SQLException e) {
      throw new JournalException(
          "journal in "
              + directory.path()
              + " cannot be opened: "
              + H2Errors.line(e)
              + "; restore a backup if it is damaged",
          e);
    }
    var connections = JdbcConnectionPool.create(H2Url.of(directory, settings), H2Url.USER, "");
    connections.setMaxConnections(settings.sideConnections());
    connections.setLoginTimeout((int) Math.max(1, settings.statementTimeout().toSeconds()));
    return new JournalDatabase(directory, connections, threads(settings));
  }

  /**
   * Runs {@code work} as one transaction on a thread for blocking work.
   *
   * @param what names the work in an error: "reading blob ..."
   * @param limit after which the work fails for its caller, whatever the database is doing; it may
   *     still be done later
   * @return fails with {@link JournalException}
   */
  <T> CompletionStage<T> submit(String what, Duration limit, Work<T> work) {
    try {
      return CompletableFuture.supplyAsync(() -> run(what, work), threads)
          .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
          .exceptionallyCompose(e -> CompletableFuture.failedFuture(said(what, limit, e)));
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(
          new JournalException(
              what
                  + " was refused: "
                  + threads.getQueue().size()
                  + " requests wait for the store (mmm.journal.max-waiting-requests); try again"
                  + " later",
              e));
    }
  }

  /**
   * As {@link #submit}, and waits for it: for callers that cannot go on without.
   *
   * @throws JournalException if the database fails or does not answer
   */
  <T> T await(String what, Duration limit, Work<T> work) {
    try {
      return submit(what, limit, work).toCompletableFuture().join();
    } catch (CompletionException e) {
      throw said(what, limit, e);
    }
  }

  private static JournalException said(String what, Duration limit, Throwable failure) {
    var inner = failure.getCause();
    var cause = failure instanceof CompletionException && inner != null ? inner : failure;
    if (cause instanceof JournalException known) {
      return known;
    }
    return cause instanceof TimeoutException
        ? new JournalException(
            what + " took longer than " + limit.toMillis() + " ms: the disk or the store hangs",
            cause)
        : new JournalException(what + " failed: " + cause, cause);
  }

  private <T> T run(String what, Work<T> work) {
    try (var connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      try {
        var result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new JournalException(
          what + " failed in " + directory.path() + ": " + H2Errors.line(e), e);
    }
  }

  /** Writes a consistent copy of the running database as H2's own zip file. */
  void backupTo(String zip) throws SQLException {
    try (var connection = DriverManager.getConnection(H2Url.unbounded(directory), H2Url.USER, "");
        var statement = connection.prepareStatement("BACKUP TO ?")) {
      statement.setString(1, zip);
      statement.execute();
    }
  }

  /** Closes the database; the actor system that writes to it must have ended. */
  @Override
  public void close() {
    threads.shutdown();
    awaitEndOfWork();
    connections.dispose();
    try (var last = DriverManager.getConnection(H2Url.unbounded(directory), H2Url.USER, "");
        var statement = last.createStatement()) {
      statement.execute("SHUTDOWN");
    } catch (SQLException e) {
      throw new JournalException(
          "journal in "
              + directory.path()
              + " was not closed in order: "
              + H2Errors.line(e)
              + "; nothing acknowledged is lost",
          e);
    }
  }

  private void awaitEndOfWork() {
    try {
      // Every statement is bounded by a timeout, so this is not waited for in full; what is left is
      // rolled back.
      threads.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ThreadPoolExecutor threads(JournalSettings settings) {
    var number = new AtomicInteger();
    var threads =
        new ThreadPoolExecutor(
            settings.sideConnections(),
            settings.sideConnections(),
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(settings.maxWaitingRequests()),
            task -> {
              var thread = new Thread(task, "mmm-store-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
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
