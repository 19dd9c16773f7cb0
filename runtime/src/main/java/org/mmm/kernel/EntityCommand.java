package org.mmm.kernel;

import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/** What an entity's actor receives: a message from elsewhere, or a nudge of its own. */
public sealed interface EntityCommand {
  /**
   * A message with what every message carries.
   *
   * @param message the message
   * @param hlc the sender's hybrid logical time
   * @param caller who waits for a {@link Response}, if anyone
   */
  record Envelope(Message message, Hlc hlc, @Nullable ActorRef<Response> caller)
      implements EntityCommand, CborSerializable {}

  /**
   * Somebody wants to have to do with what stands beside the entity: its {@link Companion}. Said
   * again from time to time, so it may be lost.
   *
   * @param by who is to be answered
   */
  record Attend(ActorRef<CborSerializable> by) implements EntityCommand, CborSerializable {}

  /** Write what was decided. */
  enum Flush implements EntityCommand {
    NOW
  }

  /** Write what can wait no longer. */
  enum FlushSoon implements EntityCommand {
    NOW
  }

  /** Repeat what is due. */
  enum Tick implements EntityCommand {
    NOW
  }

  /** Nobody asked for a while. */
  enum Idle implements EntityCommand {
    NOW
  }

  /** Write what is left, then stop. */
  enum Stop implements EntityCommand {
    NOW
  }
}
