package org.mmm.client;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks a node, again with the same request while it is away, overloaded or does not know the
 * outcome. Every request that goes through here is safe to repeat: a read, or a write with its
 * Idempotency-Key.
 */
public final class Api {
  private final Transport transport;
  private final Patience patience;

  public Api(Transport transport, Patience patience) {
    this.transport = transport;
    this.patience = patience;
  }

  /**
   * The answer to {@code request}, whatever its status; 429, 503 and 504 only after the patience is
   * used up.
   *
   * @throws Failure UNAVAILABLE if the request surely never had an effect, UNKNOWN if it may have
   */
  public ApiAnswer call(ApiRequest request) {
    long end = System.nanoTime() + patience.retryFor().toNanos();
    boolean mayHaveArrived = false;
    for (int attempt = 1; ; attempt++) {
      Duration pause = patience.pauseAfter(attempt);
      try {
        ApiAnswer answer = transport.send(request);
        if (!worthAnotherTry(answer.status())) {
          return answer;
        }
        mayHaveArrived |= answer.status() == 504;
        pause = retryAfter(answer, pause);
        if (left(end) <= pause.toNanos()) {
          return answer.status() != 504 && mayHaveArrived ? asUnknown(answer) : answer;
        }
      } catch (NotSentException e) {
        giveUpIfLate(end, pause, mayHaveArrived, e);
      } catch (IOException e) {
        mayHaveArrived |= !request.method().equals("GET");
        giveUpIfLate(end, pause, mayHaveArrived, e);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
      Pause.of(pause);
    }
  }

  /** Asks for a Process Action, with the same key as often as the patience allows. */
  public Outcome perform(ActionCall action) {
    return Outcome.of(call(action.toRequest()));
  }

  /** A read that must succeed. */
  public ApiAnswer get(String path, @Nullable String token) {
    return call(ApiRequest.get(path, token)).orFail(path);
  }

  private static boolean worthAnotherTry(int status) {
    return status == 429 || status == 502 || status == 503 || status == 504;
  }

  private Duration retryAfter(ApiAnswer answer, Duration pause) {
    String asked = answer.header("Retry-After");
    if (asked == null || !asked.matches("[0-9]{1,4}")) {
      return pause;
    }
    Duration wanted = Duration.ofSeconds(Long.parseLong(asked));
    Duration longer = wanted.compareTo(pause) > 0 ? wanted : pause;
    return longer.compareTo(patience.longestPause()) > 0 ? patience.longestPause() : longer;
  }

  private void giveUpIfLate(long end, Duration pause, boolean mayHaveArrived, IOException e) {
    if (left(end) > pause.toNanos()) {
      return;
    }
    String tried =
        patience.retryFor().isZero()
            ? ""
            : " (tried for " + Durations.print(patience.retryFor()) + ")";
    throw mayHaveArrived
        ? new Failure(
            ExitCode.UNKNOWN,
            "the connection was lost, so the outcome is unknown; ask again with the same key"
                + tried,
            e)
        : new Failure(
            ExitCode.UNAVAILABLE,
            e.getMessage() + tried + "; start one with 'mmm up' or name another with --url",
            e);
  }

  /** An earlier try may have been performed, so a last "surely not" is about the last try alone. */
  private static ApiAnswer asUnknown(ApiAnswer answer) {
    return new ApiAnswer(504, answer.headers(), answer.body(), answer.raw());
  }

  private static long left(long end) {
    return end - System.nanoTime();
  }

  private static Failure interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new Failure(ExitCode.FAILED, "interrupted", e);
  }
}
