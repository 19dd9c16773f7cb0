package org.mmm.faults;

import org.jspecify.annotations.Nullable;

/**
 * One deed with its end, repetitions under the same key included.
 *
 * @param id its number in the history
 * @param who the Process that asks
 * @param key its idempotency key; empty for a {@link Deed.Look}
 * @param began when it was first asked, on one monotonic clock
 * @param ended when the answer was there; null if it never came
 * @param end how it ended
 * @param reason why it was refused; empty if it was not
 * @param actionId its ID in the activity log; empty if nobody told
 * @param seen what a {@link Deed.Look} showed; null for others
 */
record Op(
    int id,
    String who,
    String key,
    Deed deed,
    long began,
    @Nullable Long ended,
    End end,
    String reason,
    String actionId,
    @Nullable Sight seen) {
  /** How a deed ended, as far as the client knows. */
  enum End {
    OK,
    REFUSED,
    /** It may have taken effect, may still, or never will. */
    UNKNOWN
  }

  Op {
    if ((ended == null) != (end == End.UNKNOWN)) {
      throw new IllegalArgumentException("op " + id + " ended " + end + " at " + ended);
    }
    if (ended != null && ended < began) {
      throw new IllegalArgumentException("op " + id + " ended at " + ended + ", before " + began);
    }
    if (deed instanceof Deed.Look && (seen == null) != (end != End.OK)) {
      throw new IllegalArgumentException("op " + id + " looked, and saw " + seen);
    }
  }

  /** The same, with another end. */
  Op ending(End other, @Nullable Long at, String why, @Nullable Sight sight) {
    return new Op(id, who, key, deed, began, at, other, why, actionId, sight);
  }

  boolean ok() {
    return end == End.OK;
  }

  boolean unknown() {
    return end == End.UNKNOWN;
  }

  /** When it had ended at the latest. */
  long latest() {
    return ended == null ? Long.MAX_VALUE : ended;
  }
}
