package org.mmm.journal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * What is asked of Cassandra besides events and snapshots: blocking work on a few threads, behind a
 * queue that is bounded, each piece with a limit in time.
 */
final class SideRequests implements AutoCloseable {
  private final BlockingThreads threads;

  /**
   * Starts threads when they are needed.
   *
   * @param number of threads at most
   * @param waitingAtMost pieces of work that may wait for a thread
   */
  SideRequests(int number, int waitingAtMost) {
    threads = new BlockingThreads("mmm-store", number, waitingAtMost);
  }

  /**
   * Runs {@code work} on one of the threads.
   *
   * @param what names the work in an error: "reading blob ..."
   * @param limit after which the work fails for its caller, whatever the store is doing; it may
   *     still be done later
   * @return fails with {@link JournalException}
   */
  <T> CompletionStage<T> submit(String what, Duration limit, Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, threads)
          .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
          .exceptionallyCompose(e -> CompletableFuture.failedFuture(said(what, limit, e)));
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(
          new JournalException(
              what
                  + " was refused: "
                  + threads.waiting()
                  + " requests wait for the store (mmm.journal.cassandra.max-waiting-requests); try"
                  + " again later",
              e));
    }
  }

  /**
   * As {@link #submit}, and waits for it: for callers that cannot go on without.
   *
   * @throws JournalException if the store fails or does not answer
   */
  <T> T await(String what, Duration limit, Supplier<T> work) {
    try {
      return submit(what, limit, work).toCompletableFuture().join();
    } catch (CompletionException e) {
      throw said(what, limit, e);
    }
  }

  /** Ends the threads; waits 10 s at most for what they do. */
  @Override
  public void close() {
    threads.close();
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
}
