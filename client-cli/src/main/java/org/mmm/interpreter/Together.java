package org.mmm.interpreter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Runs work of different subjects at once, and that of one subject in order. */
final class Together implements AutoCloseable {
  /** So many subjects act at the same time. */
  static final int THREADS = 64;

  /** So many sentences wait at most; the walk through the script waits for room. */
  static final int WAITING = 4_096;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Together::thread);
  private final Semaphore room = new Semaphore(WAITING);
  private final Map<String, CompletableFuture<Void>> tails = new LinkedHashMap<>();

  /** Lets {@code work} run after all earlier work of the same subject. */
  void inTurn(String subject, Runnable work) {
    room.acquireUninterruptibly();
    CompletableFuture<Void> before =
        tails.getOrDefault(subject, CompletableFuture.completedFuture(null));
    tails.put(
        subject, before.thenRunAsync(work, threads).whenComplete((done, error) -> room.release()));
  }

  /** Waits for all work; a failure that work threw is thrown here. */
  @Override
  public void close() {
    try {
      CompletableFuture.allOf(tails.values().toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "together");
    thread.setDaemon(true);
    return thread;
  }
}
