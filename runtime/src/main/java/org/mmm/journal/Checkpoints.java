package org.mmm.journal;

import java.util.concurrent.CompletionStage;

/**
 * Where things stood in live Rooms: one row for each Room, overwritten. What is lost of it are the
 * last steps, never an event.
 */
public interface Checkpoints {
  /** The most bytes that one Room keeps: 4 MiB. */
  int BYTES_AT_MOST = 4 << 20;

  /**
   * A Room begins.
   *
   * @param incarnation from 1; greater than at any time before
   * @param positions as they were kept last; empty if they never were
   */
  record Begun(long incarnation, byte[] positions) {}

  /**
   * Raises the incarnation of that Room; nothing that was begun before can keep anything from then
   * on. Fails with {@link JournalException}.
   */
  CompletionStage<Begun> begin(String room);

  /**
   * Keeps how things stand, instead of what was kept before; leaves it if the Room was begun anew
   * since. Fails with {@link JournalException}.
   *
   * @param incarnation that keeps it
   * @param positions at most {@link #BYTES_AT_MOST}
   * @throws IllegalArgumentException if there are more bytes
   */
  CompletionStage<Void> keep(String room, long incarnation, byte[] positions);

  /** Checks what is to be kept. */
  static void check(byte[] positions) {
    if (positions.length > BYTES_AT_MOST) {
      throw new IllegalArgumentException(
          "a checkpoint must have at most " + BYTES_AT_MOST + " bytes, had " + positions.length);
    }
  }
}
