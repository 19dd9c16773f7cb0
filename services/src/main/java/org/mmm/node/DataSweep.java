package org.mmm.node;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pekko.actor.typed.ActorSystem;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.gateway.Gateway;
import org.mmm.gateway.StoredData;
import org.mmm.journal.Blobs;
import org.mmm.kernel.Address;
import org.mmm.kernel.Name;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;
import org.mmm.pa.Complements;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;
import org.mmm.rights.Grounds;

/**
 * Removes Item data that no Item names, from time to time: uploads that came to nothing, and the
 * data of Accounts that were erased. Whoever is asked and does not answer keeps what it may name.
 */
final class DataSweep {
  private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(DataSweep.class);
  private static final Duration AT_LEAST_EVERY = Duration.ofHours(1);

  private final Blobs blobs;
  private final Gateway gateway;
  private final AtomicBoolean running = new AtomicBoolean();

  DataSweep(Blobs blobs, Gateway gateway) {
    this.blobs = blobs;
    this.gateway = gateway;
  }

  /**
   * Sweeps from now on. Not at once: what a node had not finished when it ended is finished first.
   *
   * @param after how long data must have been named by nobody; it is looked for as often, and at
   *     least once an hour
   */
  void schedule(ActorSystem<?> system, Duration after) {
    Duration every = after.compareTo(AT_LEAST_EVERY) < 0 ? after : AT_LEAST_EVERY;
    system
        .scheduler()
        .scheduleWithFixedDelay(every, every, () -> tick(after), system.executionContext());
  }

  private void tick(Duration after) {
    if (!running.compareAndSet(false, true)) return; // the last one is not over yet
    run(after)
        .whenComplete(
            (removed, failure) -> {
              running.set(false);
              if (failure != null) {
                LOG.warn("Item data was not swept, and will be later", failure);
              } else if (removed > 0) {
                LOG.info("removed {} pieces of Item data that no Item names", removed);
              }
            });
  }

  /** Sweeps once; tells how many pieces of data were removed. */
  CompletionStage<Integer> run(Duration after) {
    return blobs.sweep(after, this::names);
  }

  private boolean names(String item, String hash) {
    if (StoredData.isUpload(item)) return false;
    try {
      return gateway
          .lookup(item)
          .thenCompose(
              name ->
                  name.filter(n -> isItem(n.kind()))
                      .map(n -> names(item, n, hash))
                      .orElseGet(() -> CompletableFuture.completedFuture(false)))
          .toCompletableFuture()
          .join();
    } catch (CompletionException unanswered) {
      return true;
    }
  }

  private CompletionStage<Boolean> names(String item, Name name, String hash) {
    var sentence =
        new ProcessAction("operator", Action.INFORM, Edition.ARC_1_2, Complements.nil(item));
    return gateway
        .read(name.address(item), new Query.Show(sentence, Grounds.NONE, true))
        .thenApply(
            response -> {
              if (response instanceof Response.View view) {
                return StoredData.in(view.body().path("item")).stream()
                    .anyMatch(ref -> ref.hash().equals(hash));
              }
              return !(response instanceof Response.Refused refused
                  && refused.status().reason() == Reason.INC_ID);
            });
  }

  private static boolean isItem(Address.Kind kind) {
    return kind == Address.Kind.ITEM || kind == Address.Kind.PLACE;
  }
}
