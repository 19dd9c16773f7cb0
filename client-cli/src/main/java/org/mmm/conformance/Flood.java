package org.mmm.conformance;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many requests at once that are signed for something else: none may be believed.
 *
 * @param answers how many by their HTTP status; 0: none came
 * @param took from the first to the last
 */
public record Flood(Map<Integer, Integer> answers, Duration took) {
  /** Requests of one flood, at most. */
  public static final int AT_MOST = 100_000;

  private static final int SENDERS = 16;

  /**
   * Sends them.
   *
   * @param requests 1 to {@link #AT_MOST}
   */
  static Flood of(PeerSuite suite, FaultyPeer from, int requests)
      throws InterruptedException, IOException {
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    try {
      Instant begun = Instant.now();
      List<Future<Map<Integer, Integer>>> parts = new ArrayList<>();
      for (int i = 0; i < SENDERS; i++) {
        int share = requests / SENDERS + (i < requests % SENDERS ? 1 : 0);
        PeerRequest request =
            suite
                .saying(from, "nobody", "Flood", Instant.now().plusSeconds(60))
                .tag("something else");
        Callable<Map<Integer, Integer>> part = () -> part(request, share);
        parts.add(senders.submit(part));
      }
      Map<Integer, Integer> answers = new TreeMap<>();
      for (Future<Map<Integer, Integer>> part : parts) {
        part.get().forEach((status, count) -> answers.merge(status, count, Integer::sum));
      }
      return new Flood(answers, Duration.between(begun, Instant.now()));
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      senders.shutdownNow();
    }
  }

  private static Map<Integer, Integer> part(PeerRequest request, int count)
      throws InterruptedException {
    Map<Integer, Integer> answers = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      int status;
      try {
        status = request.send().status();
      } catch (IOException none) {
        status = 0;
      }
      answers.merge(status, 1, Integer::sum);
    }
    return answers;
  }

  /** How many were believed, or answered as if something were broken. */
  int wrong() {
    return answers.entrySet().stream()
        .filter(entry -> entry.getKey() == 0 || entry.getKey() < 400 || entry.getKey() == 500)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  @Override
  public String toString() {
    return "HTTP " + answers + " in " + took.toMillis() + " ms";
  }
}
