package org.mmm.architecture.samples;

/** Runs something beside its caller. */
public final class StartsAThread {
  private StartsAThread() {}

  /** Starts the task. */
  public static void run(Runnable task) {
    new Thread(task).start();
  }
}
