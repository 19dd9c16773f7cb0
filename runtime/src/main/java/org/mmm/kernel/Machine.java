package org.mmm.kernel;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An entity as a pure state machine: no clock, no randomness, no thread, no I/O. The same state and
 * message give the same outcome.
 *
 * @param <S> the state: immutable, written as a snapshot now and then
 * @param <E> what can have happened: stored for ever, so fields are added and never changed
 */
public interface Machine<S, E> {
  /** The state before anything happened. */
  S empty();

  /** The state after one event more. Must not refuse: what is written has happened. */
  S apply(S state, E event);

  /** Decides about one message. */
  Outcome<E> on(S state, Message message, Moment now);

  /**
   * What those who await these keys are told now that the state has changed; empty for who must
   * wait on.
   */
  default Map<String, Response> wakes(S before, S after, Set<String> keys) {
    return Map.of();
  }

  /** Whether something is still to be repeated or settled; such an entity stays in memory. */
  default boolean busy(S state) {
    return false;
  }

  /**
   * What is due to be sent (again) at that time; asked once a second while busy, and after
   * recovery.
   */
  default List<Send> due(S state, Moment now) {
    return List.of();
  }
}
