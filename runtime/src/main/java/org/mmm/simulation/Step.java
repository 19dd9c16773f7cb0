package org.mmm.simulation;

import org.mmm.kernel.Address;

/** One way in which a {@link Simulation} can go on. */
sealed interface Step {
  /** When the entity that takes a step dies of it. */
  enum Death {
    /** It lives. */
    NONE,
    /** It dies with what it has decided and not written. */
    UNWRITTEN,
    /** It has written what it decided, and dies before anything is sent. */
    UNSENT
  }

  /** A message arrives. */
  record Deliver(Flight flight, Death death) implements Step {}

  /** A message arrives, and will once more. */
  record Repeat(Flight flight) implements Step {}

  /** A message never arrives. */
  record Lose(Flight flight) implements Step {}

  /** An entity writes what it has decided, then sends. */
  record Write(Address entity, Death death) implements Step {}

  /** An entity dies with what it had in memory only. */
  record Crash(Address entity) implements Step {}

  /** Time passes; whoever is busy repeats what is due, and clients without an answer ask again. */
  record Advance(long millis) implements Step {}

  /** Whether it is what happens anyway if nothing goes wrong. */
  default boolean ordinary() {
    return this instanceof Deliver d && d.death() == Death.NONE
        || this instanceof Write w && w.death() == Death.NONE;
  }
}
