package org.mmm.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mmm.client.Pause;
import org.mmm.conformance.CaseResult.Verdict;
import org.mmm.ipp.InstanceDocument;

/**
 * Asks another M-Instance as a peer that does not hold to the protocol, and says for each rule
 * whether that one does. Knows of it what it publishes, and nothing else; leaves Messages with one
 * Process there, and no more.
 */
public final class PeerSuite {
  /** How long it is waited for one who says that it is asked too often. */
  private static final Duration BUSY = Duration.ofSeconds(60);

  private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

  /** Messages that are timed before a flood, and the pause between those beside it. */
  private static final int MESSAGES_BEFORE = 20;

  private static final Duration PAUSE = Duration.ofMillis(50);

  /** Letters of an answer that are shown. */
  private static final int SHOWN_AT_MOST = 300;

  /** A rule, and how one finds out. */
  interface Probe {
    /**
     * @return null if the rule holds; else what is wrong
     */
    @Nullable String fault(PeerSuite suite) throws IOException, InterruptedException;
  }

  record Case(String rule, Probe probe) {}

  private final FaultyPeer peer;
  private final InstanceDocument target;
  private final String receiver;
  private final String run = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
  private final AtomicInteger messages = new AtomicInteger();

  /**
   * @param peer who asks; the other's operator has allowed it
   * @param target what the other publishes of itself
   * @param receiver a Process there to which anybody may send Messages
   */
  public PeerSuite(FaultyPeer peer, InstanceDocument target, String receiver) {
    this.peer = peer;
    this.target = target;
    this.receiver = receiver;
  }

  /**
   * Whether it can be begun: a Message as it should be is taken.
   *
   * @return null if so; else what stands in the way
   */
  public @Nullable PeerAnswer admitted() throws IOException, InterruptedException {
    PeerAnswer answer = send(saying("Hello from the conformance suite"));
    return performed(answer) == null ? null : answer;
  }

  /**
   * Looks at every rule, one after the other.
   *
   * @param told gets each result as soon as it is there
   */
  public List<CaseResult> run(Consumer<CaseResult> told) throws InterruptedException {
    List<CaseResult> results = new ArrayList<>();
    for (Case one : PeerCases.all()) {
      CaseResult result = result(one);
      results.add(result);
      told.accept(result);
    }
    return results;
  }

  /**
   * Whether a stranger that floods it is turned away, and others are answered meanwhile.
   *
   * @param requests of the flood, 1 to {@link Flood#AT_MOST}
   */
  public CaseResult flood(int requests) throws InterruptedException {
    List<String> found = new ArrayList<>();
    CaseResult result =
        result(
            new Case(
                "turns a flood of " + requests + " requests away, and answers others meanwhile",
                suite -> flooded(requests, found)));
    return result.verdict() == Verdict.HOLDS
        ? new CaseResult(result.rule(), Verdict.HOLDS, String.join("", found))
        : result;
  }

  private @Nullable String flooded(int requests, List<String> found)
      throws IOException, InterruptedException {
    List<Long> before = new ArrayList<>();
    for (int i = 0; i < MESSAGES_BEFORE; i++) before.add(timed());
    List<Long> meanwhile = new ArrayList<>();
    ExecutorService beside = Executors.newSingleThreadExecutor();
    try (FaultyPeer other = PeerCases.other(this)) {
      Future<Flood> flood = beside.submit(() -> Flood.of(this, other, requests));
      do {
        meanwhile.add(timed());
        Pause.of(PAUSE);
      } while (!flood.isDone());
      Flood ended = flood.get();
      if (ended.wrong() > 0) return ended.wrong() + " were not turned away: " + ended;
      found.add(
          ended
              + "; a Message took "
              + median(before)
              + " ms before, "
              + median(meanwhile)
              + " ms meanwhile (medians of "
              + before.size()
              + " and "
              + meanwhile.size()
              + ")");
      return null;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      beside.shutdownNow();
    }
  }

  private long timed() throws IOException, InterruptedException {
    long begun = System.nanoTime();
    String fault = performed(send(saying("Hello beside a flood")));
    if (fault != null) throw new IOException(fault);
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }

  private static long median(List<Long> some) {
    List<Long> sorted = some.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private CaseResult result(Case one) throws InterruptedException {
    try {
      String fault = one.probe().fault(this);
      return fault == null
          ? new CaseResult(one.rule(), Verdict.HOLDS, "")
          : new CaseResult(one.rule(), Verdict.BROKEN, fault);
    } catch (IOException e) {
      String what = e.getClass().getSimpleName() + ": " + e.getMessage();
      return new CaseResult(one.rule(), Verdict.BROKEN, "it does not answer: " + what);
    } catch (SkippedException e) {
      return new CaseResult(one.rule(), Verdict.SKIPPED, String.valueOf(e.getMessage()));
    }
  }

  /** It cannot be looked at, for that reason. */
  static final class SkippedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SkippedException(String why) {
      super(why);
    }
  }

  FaultyPeer peer() {
    return peer;
  }

  InstanceDocument target() {
    return target;
  }

  URI resolution() {
    return target.resolution();
  }

  /** A Message that is as it should be. */
  PeerRequest saying(String text) {
    return saying(peer, receiver, text, Instant.now().plusSeconds(60));
  }

  PeerRequest saying(FaultyPeer from, String to, String text, Instant expires) {
    return from.saying(
            target.id().name(), "m-" + run + "-" + messages.incrementAndGet(), to, text, expires)
        .over(target.resolution());
  }

  PeerRequest running(String text, Instant expires) {
    return saying(peer, receiver, text, expires);
  }

  /** Sends it; again after a while if it is told that it asks too often. */
  PeerAnswer send(PeerRequest request) throws IOException, InterruptedException {
    Instant until = Instant.now().plus(BUSY);
    while (true) {
      PeerAnswer answer = request.send();
      boolean busy = answer.status() == 429 || answer.status() == 503;
      if (!busy || Instant.now().isAfter(until)) return answer;
      Pause.of(ASK_AGAIN);
    }
  }

  /**
   * Whether that is refused so.
   *
   * @param statuses those of HTTP that say so
   * @return null if so
   */
  @Nullable String refused(PeerRequest request, Integer... statuses)
      throws IOException, InterruptedException {
    PeerAnswer answer = send(request);
    return List.of(statuses).contains(answer.status())
        ? null
        : "expected HTTP " + words(statuses) + ", was " + shown(answer);
  }

  /**
   * Whether that is taken, and the answer signed for it.
   *
   * @return null if so
   */
  @Nullable String taken(PeerAnswer answer) {
    if (answer.status() != 200) return "expected HTTP 200, was " + shown(answer);
    String fault = answer.fault(target);
    return fault == null ? null : "the answer is not signed as it must be: " + fault;
  }

  /**
   * Whether that is taken, performed, and the answer signed for it.
   *
   * @return null if so; else what it was
   */
  public @Nullable String performed(PeerAnswer answer) {
    String fault = taken(answer);
    if (fault != null) return fault;
    return answer.acknowledged() ? null : "expected an Ack, was " + shown(answer);
  }

  static String shown(PeerAnswer answer) {
    JsonNode error = answer.json().findParent("Error");
    String detail = answer.json().path("paStatus").path("detail").asText();
    String said = error != null ? error.toString() : detail.isEmpty() ? answer.body() : detail;
    return "HTTP " + answer.status() + (said.isBlank() ? "" : ": " + shortened(said.strip()));
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN_AT_MOST ? text : text.substring(0, SHOWN_AT_MOST) + " ...";
  }

  private static String words(Integer... statuses) {
    List<String> words = new ArrayList<>();
    for (int status : statuses) words.add(Integer.toString(status));
    return String.join(" or ", words);
  }
}
