package org.mmm.local;

import org.jspecify.annotations.Nullable;

/**
 * A node of the cluster as its supervisor last saw it.
 *
 * @param number from 1
 * @param url of its MMM-API
 * @param operatorUrl of its Operator API
 * @param place host and port by which the other nodes reach it
 * @param phase what it does
 * @param process null while there is none
 * @param starts how often it was started
 * @param lastExit the exit code of the process before; null where there was none
 */
public record NodeState(
    int number,
    String url,
    String operatorUrl,
    String place,
    Phase phase,
    @Nullable ProcessId process,
    int starts,
    @Nullable Integer lastExit) {
  /** What a node does. */
  public enum Phase {
    /** Its process lives, and is not ready yet. */
    STARTING,
    /** It was ready since it was started. */
    READY,
    /** Its process ended; it is started again soon. */
    WAITING,
    /** Its process ended too often, or cannot start as it is set: it is not started again. */
    FAILED,
    /** It was stopped, or has left as it was asked to. */
    STOPPED
  }

  /** Its name. */
  public String name() {
    return "node" + number;
  }
}
