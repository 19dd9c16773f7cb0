package org.mmm.journal;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A few threads for work that waits for a store, behind a queue that is bounded. They start when
 * they are needed, and end when they are not.
 */
final class BlockingThreads implements Executor, AutoCloseable {
  private static final long IDLE_MINUTES = 1;
  private static final long CLOSE_SECONDS = 10;

  private final ThreadPoolExecutor threads;

  /**
   * @param name of the threads, with a number behind it
   * @param number of threads at most
   * @param waitingAtMost pieces of work that may wait for a thread
   */
  BlockingThreads(String name, int number, int waitingAtMost) {
    AtomicInteger made = new AtomicInteger();
    threads =
        new ThreadPoolExecutor(
            number,
            number,
            IDLE_MINUTES,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(waitingAtMost),
            task -> {
              Thread thread = new Thread(task, name + "-" + made.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * @throws RejectedExecutionException if too many wait, or this is closed
   */
  @Override
  public void execute(Runnable work) {
    threads.execute(work);
  }

  int waiting() {
    return threads.getQueue().size();
  }

  /** Waits 10 s at most: every statement has a timeout, and what is left is rolled back. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
