package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise P6, on a whole node: its store hangs while many Messages are on their way. */
@DisplayName("A node under load whose journal hangs")
class JournalLostTest {
  private static final int SENDERS = 8;
  private static final int FAST_REFUSALS = 400;

  /** The promise is 3 s; a busy machine may be late, but not so late as to wait for the store. */
  private static final Duration UNKNOWN_WITHIN = Duration.ofSeconds(6);

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path directory;

  /** How each request was answered when it was asked for the first time, by its key. */
  private final Map<String, Integer> first = new ConcurrentHashMap<>();

  /** The Process Actions that were acknowledged, by the keys of their requests. */
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

  private final List<Throwable> broken = new ArrayList<>();
  private final AtomicInteger number = new AtomicInteger();
  private final AtomicBoolean stop = new AtomicBoolean();
  private LiveNode node;

  @BeforeEach
  void start() throws Exception {
    node = LiveNode.start(directory.resolve("data"));
    node.register("Anna");
    node.register("Bruno");
    assertThat(node.says("Anna", "Anna", "letter").status()).isEqualTo(200);
  }

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  @DisplayName("says so within seconds, refuses at once meanwhile, and loses and doubles nothing")
  void refusesAtOnceAndLosesNothing() throws Exception {
    var senders = Executors.newFixedThreadPool(SENDERS);
    List<Future<?>> running = new ArrayList<>();
    try {
      for (int i = 0; i < SENDERS; i++) running.add(senders.submit(this::sendWithoutEnd));
      await().atMost(SOON).until(() -> count(200) >= 100);

      long hung = System.nanoTime();
      try (StoreHang hang = StoreHang.of(directory.resolve("data"))) {
        // Whoever was on the way when it began to hang is told that nobody knows...
        await().atMost(SOON).until(() -> count(504) >= SENDERS / 2);
        assertThat(Duration.ofNanos(System.nanoTime() - hung)).isLessThan(UNKNOWN_WITHIN);
        // ... and from then on nobody waits for it: all this is answered while it still hangs.
        int before = count(503);
        int acknowledged = count(200);
        await().atMost(SOON).until(() -> count(503) >= before + FAST_REFUSALS);
        assertThat(count(200)).as("nothing is acknowledged meanwhile").isEqualTo(acknowledged);
        assertThat(node.client().get("/health/ready", "").response().body())
            .contains("takes no writes");
      }

      int recovered = count(200);
      await().atMost(SOON).until(() -> count(200) >= recovered + 50);
      assertThat(node.client().get("/health/ready", "").status()).isEqualTo(200);
    } finally {
      stop.set(true);
      for (Future<?> one : running) one.get();
      senders.shutdown();
    }
    assertThat(broken).isEmpty();

    // What was refused was surely not performed; what was unknown is, once it is asked for again.
    for (String key : answered(504)) askAgain(key);
    assertThat(received()).containsExactlyInAnyOrderElementsOf(acknowledged.values());
    for (String key : answered(503).subList(0, 10)) askAgain(key);
    assertThat(received()).containsExactlyInAnyOrderElementsOf(acknowledged.values());

    node.close();
    node = LiveNode.start(directory.resolve("data"));
    assertThat(received()).containsExactlyInAnyOrderElementsOf(acknowledged.values());
  }

  private void sendWithoutEnd() {
    while (!stop.get()) {
      String key = "k" + number.incrementAndGet();
      try {
        var answer = send(key);
        assertThat(answer.status()).as(answer.response().body()).isIn(200, 503, 504);
        if (answer.status() == 503) assertThat(answer.header("Retry-After")).isEqualTo("1");
        first.put(key, answer.status());
      } catch (Exception | AssertionError e) {
        synchronized (broken) {
          broken.add(e);
        }
        return;
      }
    }
  }

  /** Anna sends her letter to Bruno once more. */
  private Client.Answer send(String key) throws Exception {
    var answer =
        node.does(
            "Anna", "communicate/mm-send", key, "{\"Nil\":\"Message-letter\",\"To\":\"Bruno\"}");
    if (answer.status() == 200) {
      acknowledged.put(key, answer.json().path("processActionID").asText());
    }
    return answer;
  }

  private void askAgain(String key) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              var answer = send(key);
              assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
            });
  }

  private List<String> answered(int status) {
    return first.entrySet().stream()
        .filter(one -> one.getValue() == status)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** The Process Actions by which Bruno received something, each as often as he did. */
  private List<String> received() throws Exception {
    List<String> all = new ArrayList<>();
    long after = 0;
    while (true) {
      JsonNode page =
          node.client()
              .get("/api/v2.2/processes/Bruno/activity?limit=1000&after=" + after, node.operator())
              .json();
      for (JsonNode entry : page.path("entries")) {
        if (!entry.path("source").asText().equals("Anna")) continue;
        assertThat(entry.path("status").asText()).isEqualTo("Ack");
        all.add(entry.path("processActionID").asText());
      }
      if (page.path("entries").isEmpty()) return all;
      after = page.path("next").asLong();
    }
  }

  /** How many were answered so; fails if anything else came than what may come. */
  private int count(int status) {
    synchronized (broken) {
      assertThat(broken).isEmpty();
    }
    return (int) first.values().stream().filter(one -> one == status).count();
  }
}
