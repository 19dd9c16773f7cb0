package org.mmm.kernel;

import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/**
 * What stands beside an entity, on its node and no longer than it: it knows what is written, and
 * nothing of it is. It is called by the entity's actor, whose children are its own.
 *
 * @param <S> the machine's state
 */
public interface Companion<S> {
  /**
   * The entity has read what is written, and takes messages from now on.
   *
   * @param state what is written
   */
  default void begun(ActorContext<EntityCommand> entity, S state) {}

  /** A while has passed, and something of the entity is not settled yet. */
  default void ticked(S state) {}

  /**
   * Somebody wants to have to do with it, and says so again from time to time.
   *
   * @param state what is written
   * @param by who is to be answered
   */
  default void attended(
      ActorContext<EntityCommand> entity, S state, ActorRef<CborSerializable> by) {}

  /** That is written now. */
  void written(S state);

  /**
   * That is asked of the entity, which answers it.
   *
   * @param state what is written
   */
  default void asked(S state, Query query) {}

  /** That was said where the entity is a place; it is heard now, or never. */
  default void said(Message.Said what) {}

  /** A write failed: the entity begins anew, and its children have ended. */
  void forget();
}
