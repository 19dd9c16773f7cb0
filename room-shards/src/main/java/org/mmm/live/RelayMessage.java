package org.mmm.live;

/** What a relay is told: by its Room ({@link RelayWord}), by its node, or by its timers. */
interface RelayMessage {
  /** One more watches. */
  record Join(LiveWatch watch) implements RelayMessage {}

  /** One does not any more. */
  record Leave(LiveWatch watch) implements RelayMessage {}

  /** One left frames out. */
  record NeedsKey(LiveWatch watch) implements RelayMessage {}

  /** Its timers. */
  enum Timer implements RelayMessage {
    /** Say to the Room what there is to say. */
    FLUSH,
    /** Say to the Room that one is here. */
    RENEW,
    /** Ask for the Room again. */
    ASK_AGAIN
  }
}
