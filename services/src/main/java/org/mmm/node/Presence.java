package org.mmm.node;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.typed.ActorSystem;
import org.jspecify.annotations.Nullable;
import org.mmm.journal.SharedStore;
import org.mmm.kernel.Ambient;

/**
 * This node in the list of those that live, which the shared store keeps. What stands there counts
 * against beginning a second cluster on the same data: a node that the network keeps apart from the
 * others is told by the store that they are there.
 */
final class Presence implements AutoCloseable {
  /** How long a node counts as living after its last word. */
  static final Duration LIVES = Duration.ofSeconds(10);

  private static final Duration EVERY = Duration.ofSeconds(2);

  private final SharedStore store;
  private final String name;
  private final String place;
  private final Ambient ambient;
  private @Nullable Cancellable rounds;

  /** When the store last took a word of this node, by the clock that only goes forward. */
  private volatile long heard;

  private volatile List<String> living = List.of();

  /**
   * @param name of this node, unlike every other's
   * @param place where the others reach it
   */
  Presence(SharedStore store, String name, String place, Ambient ambient) {
    this.store = store;
    this.name = name;
    this.place = place;
    this.ambient = ambient;
    this.heard = ambient.nanos();
  }

  /** The others that live, by name; one of the same name elsewhere is another. */
  Map<String, String> others() {
    Map<String, String> others = new TreeMap<>(store.living());
    others.remove(name, place);
    return others;
  }

  /** Says at once and from now on that this node lives; throws a {@link NodeFailure}. */
  void begin(ActorSystem<?> system) {
    try {
      store.announce(name, place, LIVES).toCompletableFuture().join();
    } catch (CompletionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw NodeFailure.unavailable(NodeFailure.line(cause), cause);
    }
    rounds =
        system
            .scheduler()
            .scheduleWithFixedDelay(EVERY, EVERY, this::say, system.executionContext());
  }

  /**
   * Says that this node lives, and hears who else does; one that fails is made up for by the next.
   */
  private void say() {
    store
        .announce(name, place, LIVES)
        .thenCompose(
            said -> {
              heard = ambient.nanos();
              return store.askWhoLives();
            })
        .thenAccept(all -> living = List.copyOf(all.values()));
  }

  /** How long ago the store last took a word of this node, in milliseconds. */
  long silentMillis() {
    return TimeUnit.NANOSECONDS.toMillis(ambient.nanos() - heard);
  }

  /** Where the nodes are that live, this one among them, as the store said last. */
  List<String> living() {
    return living;
  }

  /** Takes it back, so that whoever comes next need not wait. */
  @Override
  public void close() {
    Cancellable last = rounds;
    if (last == null) return;
    last.cancel();
    store.withdraw(name);
  }
}
