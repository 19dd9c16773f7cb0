package org.mmm.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;

/** Those that read the embedded database: a few threads with a connection each. */
final class StoreReaders implements AutoCloseable {
  private final SqliteFile file;
  private final BlockingThreads threads;
  private final ConcurrentLinkedQueue<Connection> idle = new ConcurrentLinkedQueue<>();

  /**
   * @param number of threads and of connections
   * @param waitingAtMost pieces of work that may wait for a thread
   */
  StoreReaders(SqliteFile file, int number, int waitingAtMost) {
    this.file = file;
    this.threads = new BlockingThreads("mmm-journal-reader", number, waitingAtMost);
  }

  /**
   * Reads what was committed when it began.
   *
   * @return fails with what the work threw
   * @throws RejectedExecutionException if too many wait
   */
  <T> CompletableFuture<T> submit(JournalDatabase.Work<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    threads.execute(() -> run(work, done));
    return done;
  }

  int waiting() {
    return threads.waiting();
  }

  @Override
  public void close() {
    threads.close();
    for (Connection one = idle.poll(); one != null; one = idle.poll()) close(one);
  }

  private <T> void run(JournalDatabase.Work<T> work, CompletableFuture<T> done) {
    try {
      Connection one = idle.poll();
      Connection connection = one != null ? one : file.reader();
      try {
        done.complete(work.on(connection));
        idle.add(connection);
      } catch (SQLException | RuntimeException e) {
        close(connection);
        done.completeExceptionally(e);
      }
    } catch (SQLException e) {
      done.completeExceptionally(e);
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException gone) {
      return; // it held nothing
    }
  }
}
