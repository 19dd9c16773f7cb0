package org.mmm.edge;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.mmm.pa.Reason;

/**
 * How much Item data is in memory: each upload and each read waits for nobody, and is refused if
 * too many are under way. Who uploads is asked for a token before a byte of it is read.
 */
final class Transfers {
  private static final int SECONDS_AT_ONCE = 60;

  private final Callers callers;
  private final EdgeSettings settings;
  private final Semaphore free;
  private final RateLimiter byProcess;

  Transfers(Callers callers, EdgeSettings settings) {
    this.callers = callers;
    this.settings = settings;
    this.free = new Semaphore(settings.dataTransfers());
    this.byProcess =
        new RateLimiter(
            settings.uploadRate(),
            (double) settings.uploadRate() * SECONDS_AT_ONCE,
            settings.callersRemembered());
  }

  /** Lets a Process upload; throws a {@link Refusal} if it may not now. */
  <T> CompletionStage<T> upload(Exchange head, Supplier<CompletionStage<T>> transfer) {
    Token token = callers.process(head);
    long wait = byProcess.take(token.process(), System.nanoTime());
    if (wait > 0) {
      throw new Refusal(
          "rate",
          Answer.tooOften(token.process() + " uploads too often; again in " + wait + " s", wait));
    }
    return one(transfer);
  }

  /** Lets one more transfer take place; throws a {@link Refusal} if there are too many. */
  <T> CompletionStage<T> one(Supplier<CompletionStage<T>> transfer) {
    if (!free.tryAcquire()) {
      throw new Refusal(
          "busy",
          Answer.error(
              Reason.UNABLE,
              settings.dataTransfers() + " transfers of Item data are under way; try again"));
    }
    try {
      return transfer.get().whenComplete((done, failure) -> free.release());
    } catch (RuntimeException e) {
      free.release();
      throw e;
    }
  }
}
