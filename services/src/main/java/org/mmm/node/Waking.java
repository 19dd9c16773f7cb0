package org.mmm.node;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pekko.actor.typed.ActorSystem;
import org.mmm.action.MmmService;
import org.mmm.edge.Support;
import org.mmm.gateway.Gateway;
import org.mmm.kernel.Address;
import org.mmm.kernel.Query;
import org.mmm.resolution.Resolution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the entities of the Resolution Service: letters that wait for another M-Instance, and
 * sessions whose members have not heard all. Whoever asks for something comes again; for these
 * nobody comes, once their node was lost or started anew.
 */
final class Waking {
  private static final Logger LOG = LoggerFactory.getLogger(Waking.class);
  private static final int AT_MOST = 10_000;
  private static final String PREFIX = MmmService.RESOLUTION.name() + "/";

  private final Gateway gateway;
  private final Support.NodeView node;
  private final AtomicBoolean running = new AtomicBoolean();

  Waking(Gateway gateway, Support.NodeView node) {
    this.gateway = gateway;
    this.node = node;
  }

  /** Now, and then as often. */
  void schedule(ActorSystem<?> system, Duration every) {
    system
        .scheduler()
        .scheduleWithFixedDelay(Duration.ZERO, every, this::tick, system.executionContext());
  }

  private void tick() {
    if (!running.compareAndSet(false, true)) return; // the last one is not over yet
    node.written(Address.Kind.SERVICE, PREFIX, AT_MOST)
        .thenCompose(this::each)
        .whenComplete(
            (done, failure) -> {
              running.set(false);
              if (failure != null) LOG.warn("letters that wait are looked for later", failure);
            });
  }

  /** One after the other, so that it costs those that are awake nothing. */
  private CompletionStage<?> each(List<Address> some) {
    CompletionStage<?> all = CompletableFuture.completedFuture(null);
    for (Address one : some) {
      if (!Resolution.mayWait(one)) continue; // what has arrived is asked for by who sent it
      all = all.thenCompose(before -> gateway.read(one, new Query.Letters()));
    }
    return all;
  }
}
