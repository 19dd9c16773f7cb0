package org.mmm.node;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.jspecify.annotations.Nullable;
import org.mmm.cluster.Operation;
import org.mmm.cluster.OperationAnswer;
import org.mmm.cluster.Operations;
import org.mmm.cluster.Peer;

/**
 * A node that is told to stop gives its shards away first, a few at a time, as a drain does. What
 * is left when its time is over goes all at once, with the coordinated shutdown.
 */
final class HandOver {
  private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(HandOver.class);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

  private final ActorSystem<?> system;
  private final Operations operations;
  private final String place;
  private final Duration within;

  /**
   * @param place of this node
   * @param within how long it may take; zero: it is left to the shutdown
   */
  HandOver(ActorSystem<?> system, Operations operations, String place, Duration within) {
    this.system = system;
    this.operations = operations;
    this.place = place;
    this.within = within;
  }

  /** Returns when no shard is left here, when there is no other node, or when time is over. */
  void run() {
    boolean ended = system.getWhenTerminated().toCompletableFuture().isDone();
    if (ended || within.isZero() || isAlone()) return;
    OperationAnswer begun = ask(from -> new Operation.Drain(place, false, from));
    if (begun instanceof OperationAnswer.Refused refused
        && !operations.directives().draining(place)) {
      LOG.info("the shards of this node go all at once: {}", refused.why());
      return;
    }
    if (!Pause.until(this::isDrained, within)) {
      LOG.warn(
          "this node was not drained within {} s; what is left goes at once", within.toSeconds());
    }
  }

  private boolean isAlone() {
    return Peer.all(system).stream()
        .noneMatch(peer -> peer.serves() && !peer.place().equals(place));
  }

  private boolean isDrained() {
    return ask(Operation.Tell::new) instanceof OperationAnswer.Standing now && now.drained(place);
  }

  private @Nullable OperationAnswer ask(Function<ActorRef<OperationAnswer>, Operation> what) {
    try {
      return AskPattern.<Operation, OperationAnswer>ask(
              operations.ref(), what::apply, ANSWER_WITHIN, system.scheduler())
          .toCompletableFuture()
          .join();
    } catch (CompletionException late) {
      return null;
    }
  }
}
