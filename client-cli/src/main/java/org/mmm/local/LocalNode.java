package org.mmm.local;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ApiRequest;
import org.mmm.client.HttpTransport;
import org.mmm.local.NodeState.Phase;

/** One node under supervision: started again whenever it ends, as long as that makes sense. */
final class LocalNode {
  /** As mmm.node.grace says. */
  private static final Duration STOP_WITHIN = Duration.ofSeconds(115);

  private static final Duration ASK_EVERY = Duration.ofMillis(500);

  /** As documented of the node. */
  private static final int DOWNED = 75;

  /** It was told to leave the others, and did; nothing else ends with that code. */
  private static final int LEFT = 0;

  private static final ApiRequest READY =
      new ApiRequest("GET", "/health/ready", Map.of(), null, Duration.ofSeconds(2));

  private final int number;
  private final String url;
  private final String operatorUrl;
  private final String place;
  private final Supplier<Process> launch;
  private final HttpTransport http;
  private @Nullable Process process;
  private Phase phase = Phase.WAITING;
  private int starts;
  private int failures;
  private @Nullable Integer lastExit;
  private long next;
  private long readySince;

  /**
   * @param launch starts its process
   */
  LocalNode(int number, String url, String operatorUrl, String place, Supplier<Process> launch) {
    this.number = number;
    this.url = url;
    this.operatorUrl = operatorUrl;
    this.place = place;
    this.launch = launch;
    this.http = new HttpTransport(URI.create(url));
    this.next = System.nanoTime();
  }

  NodeState state() {
    ProcessId id = process == null ? null : ProcessId.of(process.toHandle());
    return new NodeState(number, url, operatorUrl, place, phase, id, starts, lastExit);
  }

  Phase phase() {
    return phase;
  }

  /** Does what is due, and says what has changed since; empty for nothing. */
  Optional<String> step() throws InterruptedException {
    long now = System.nanoTime();
    Process running = process;
    if (running != null && !running.isAlive()) {
      return Optional.of(ended(running.exitValue(), now));
    }
    if (phase == Phase.WAITING && now - next >= 0) {
      process = launch.get();
      starts++;
      phase = Phase.STARTING;
      return starts == 1 ? Optional.empty() : Optional.of("is started again");
    }
    if (phase == Phase.STARTING && now - next >= 0) {
      next = now + ASK_EVERY.toNanos();
      if (isReady()) {
        phase = Phase.READY;
        readySince = now;
        return Optional.of("is ready at " + url);
      }
    }
    return Optional.empty();
  }

  void stop() throws InterruptedException {
    Process running = process;
    phase = Phase.STOPPED;
    if (running == null) {
      return;
    }
    running.destroy();
    if (!running.waitFor(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
      running.destroyForcibly().waitFor();
    }
    lastExit = running.exitValue();
    process = null;
  }

  private String ended(int exit, long now) {
    if (exit == LEFT) {
      lastExit = exit;
      process = null;
      phase = Phase.STOPPED;
      return "has left the others, as it was asked to; it is not started again";
    }
    boolean wasGood = phase == Phase.READY && now - readySince > Backoff.GOOD_AFTER.toNanos();
    failures = wasGood ? 1 : failures + 1;
    lastExit = exit;
    process = null;
    Optional<Duration> pause = Backoff.after(failures, exit);
    phase = pause.isPresent() ? Phase.WAITING : Phase.FAILED;
    next = now + pause.orElse(Duration.ZERO).toNanos();
    String how = exit == DOWNED ? "was put out by the others (75)" : "ended with code " + exit;
    return how
        + pause
            .map(wait -> "; it is started again in " + wait.toSeconds() + " s")
            .orElse(" and is not started again");
  }

  private boolean isReady() throws InterruptedException {
    try {
      return http.send(READY).ok();
    } catch (IOException | RuntimeException notYet) {
      return false;
    }
  }
}
