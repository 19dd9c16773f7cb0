package org.mmm.local;

import java.time.Duration;

/** Ends what a supervisor left behind that could not end it itself. */
public final class Leftovers {
  private static final Duration WITHIN = Duration.ofSeconds(40);
  private static final long LOOK_EVERY_MILLIS = 100;

  private Leftovers() {}

  /** Ends all processes of that state, and returns when they are gone. */
  public static void end(ClusterState state) {
    long end = System.nanoTime() + WITHIN.toNanos();
    for (NodeState node : state.nodes()) {
      ProcessId process = node.process();
      if (process != null) {
        process.terminate();
      }
    }
    for (NodeState node : state.nodes()) {
      ProcessId process = node.process();
      if (process != null) {
        awaitEnd(process, end);
      }
    }
    if (state.cassandra() != null && state.cassandra().process().terminate()) {
      awaitEnd(state.cassandra().process(), end);
    }
  }

  /** Kills the supervisor and all that it started, for who cannot wait. */
  public static void killAll(ClusterState state) {
    state.supervisor().kill();
    for (NodeState node : state.nodes()) {
      ProcessId process = node.process();
      if (process != null) {
        process.kill();
      }
    }
    if (state.cassandra() != null) {
      state.cassandra().process().kill();
    }
  }

  /** Waits until it has ended; kills it when the time is over. */
  public static void awaitEnd(ProcessId process, Duration within) {
    awaitEnd(process, System.nanoTime() + within.toNanos());
  }

  private static void awaitEnd(ProcessId process, long end) {
    while (process.lives()) {
      if (System.nanoTime() - end > 0) {
        process.kill();
      }
      try {
        Thread.sleep(LOOK_EVERY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
