package org.mmm.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one that writes to the embedded database, one transaction at a time: whatever arrives
 * meanwhile shares the next one, so that the cost of a commit is shared by as many as wait for it.
 * Each piece of work is done as a whole or not at all.
 */
final class StoreWriter implements AutoCloseable {
  private static final long LOOK_EVERY_MILLIS = 100;

  /** One piece of work that is still to be done, and who waits for it. */
  private final class Task<T> {
    private final JournalDatabase.Work<T> work;
    private final int weight;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private @Nullable T result;

    Task(JournalDatabase.Work<T> work, int weight) {
      this.work = work;
      this.weight = weight;
    }

    void run(Connection connection) throws SQLException {
      result = work.on(connection);
    }

    void end(@Nullable Throwable failure) {
      if (failure != null) done.completeExceptionally(failure);
      else done.complete(result);
    }
  }

  private final SqliteFile file;
  private final int weightAtMost;
  private final BlockingQueue<Task<?>> queue;
  private final Thread thread;
  private volatile boolean closed;
  private @Nullable Connection connection;

  /**
   * @param first a connection with the schema in place; it is closed with this
   * @param waitingAtMost pieces of work that may wait for the transaction in progress
   * @param weightAtMost of one transaction; a single heavier piece is still one
   */
  StoreWriter(SqliteFile file, Connection first, int waitingAtMost, int weightAtMost) {
    this.file = file;
    this.connection = first;
    this.weightAtMost = weightAtMost;
    this.queue = new ArrayBlockingQueue<>(waitingAtMost);
    this.thread = new Thread(this::run, "mmm-journal-writer");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Does the work as a whole or not at all.
   *
   * @param weight how much it writes, in events
   * @return fails with what the work threw; completes on the writer's thread
   * @throws RejectedExecutionException if too many wait
   */
  <T> CompletableFuture<T> submit(JournalDatabase.Work<T> work, int weight) {
    if (closed) throw new RejectedExecutionException("closed");
    Task<T> task = new Task<>(work, weight);
    if (!queue.offer(task)) throw new RejectedExecutionException("full");
    return task.done;
  }

  int waiting() {
    return queue.size();
  }

  /** Does what waits, and ends. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    List<Task<?>> group = new ArrayList<>();
    while (next(group)) {
      commit(group);
      group.clear();
    }
    disconnect();
  }

  /** Waits for work; false when there will be none. */
  private boolean next(List<Task<?>> group) {
    try {
      Task<?> first = queue.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
      while (first == null) {
        if (closed) return false;
        first = queue.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
      }
      group.add(first);
      int weight = first.weight;
      for (Task<?> one = queue.peek();
          one != null && weight + one.weight <= weightAtMost;
          one = queue.peek()) {
        group.add(queue.remove());
        weight += one.weight;
      }
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void commit(List<Task<?>> group) {
    Throwable failure = tried(group);
    if (group.size() > 1 && failure != null && isOnesOwn(failure)) {
      // Only the one that is to blame fails, such as an entity's second incarnation.
      group.forEach(task -> task.end(tried(List.of(task))));
    } else {
      group.forEach(task -> task.end(failure));
    }
  }

  private static boolean isOnesOwn(Throwable failure) {
    return SqliteFile.brokeARule(failure) || !(failure instanceof SQLException);
  }

  private @Nullable Throwable tried(List<Task<?>> group) {
    try {
      Connection open = connected();
      // Said by ourselves: the driver would begin the next transaction, and lock, at once.
      say(open, "BEGIN IMMEDIATE");
      try {
        for (Task<?> task : group) task.run(open);
        say(open, "COMMIT");
        return null;
      } catch (SQLException | RuntimeException e) {
        undo(open);
        return e;
      }
    } catch (SQLException e) {
      return e; // it did not even begin
    }
  }

  private Connection connected() throws SQLException {
    Connection open = connection;
    if (open != null && !open.isClosed()) return open;
    Connection fresh = file.writer();
    connection = fresh;
    return fresh;
  }

  private void undo(Connection open) {
    try {
      say(open, "ROLLBACK");
    } catch (SQLException broken) {
      disconnect(); // the next work opens another
    }
  }

  private static void say(Connection open, String command) throws SQLException {
    try (Statement statement = open.createStatement()) {
      statement.executeUpdate(command);
    }
  }

  private void disconnect() {
    Connection open = connection;
    connection = null;
    if (open == null) return;
    try {
      open.close();
    } catch (SQLException gone) {
      return; // what was committed is in the file
    }
  }
}
