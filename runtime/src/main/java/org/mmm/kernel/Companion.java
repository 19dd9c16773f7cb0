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
   * Somebody wants to have to do with it, and says so again from time to time.
   *
   * @param state what is written
   * @param by who is to be answered
   */
  void attended(ActorContext<EntityCommand> entity, S state, ActorRef<CborSerializable> by);

  /** That is written now. */
  void written(S state);

  /** That was said where the entity is a place; it is heard now, or never. */
  void said(Message.Said what);

  /** A write failed: the entity begins anew, and its children have ended. */
  void forget();
}
