package org.mmm.live;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The live Rooms, as one node reaches them: all of them, wherever they are. */
public interface Relays {
  /**
   * Begins to watch a Room. Its first frame is a key frame, and so is the first one after any gap:
   * when the Room moved to another node, or started anew. It goes on until it is closed or the Room
   * ends it.
   *
   * @param room its ID
   * @param watcher who is told; from one thread at a time
   * @param persona which this watch steers; null if it only looks on. Not checked: who calls has
   *     made sure that it may. The watch ends if the Persona is not seated in the Room
   */
  Watch watch(String room, Watcher watcher, @Nullable String persona);

  /**
   * Asks a Room whether that Persona is seated in it, and where it sits.
   *
   * @param answer is told once, from another thread, within 5 s: empty if it is not seated there or
   *     nobody answered
   */
  void seat(String room, String persona, Consumer<Optional<Seat>> answer);
}
