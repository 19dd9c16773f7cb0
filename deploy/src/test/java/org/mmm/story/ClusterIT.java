package org.mmm.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.local.NodeState;

@DisplayName("Three nodes on a Cassandra, started from nothing")
class ClusterIT {
  private static final String PHASE_0 =
      Path.of(System.getProperty("mmm.root", ".."), "client-cli", "examples", "phase0.mmm")
          .toString();
  private static final int ROW = 12;
  private static final int MESSAGES = 20;

  @TempDir static Path directory;
  private static LocalCluster cluster;
  private static HttpStory anna;
  private static int homes;

  @BeforeAll
  static void start() throws Exception {
    cluster = LocalCluster.start(directory, 3);
    anna = new HttpStory(cluster.url(1));
    anna.registers("human of Anna", "{\"FirstName\": \"Anna\"}").is(201, "Ack");
  }

  @AfterAll
  static void stop() throws Exception {
    if (cluster != null) cluster.close();
  }

  @BeforeEach
  void allAreThere() {
    cluster.awaitAllReady();
  }

  @Test
  @DisplayName("perform Phase 0 at any of them, and at two at once")
  void performAtAny() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> runs =
          List.of(
              people.submit(() -> performs(cluster.url(1))),
              people.submit(() -> performs(cluster.url(2))));
      for (Future<?> run : runs) run.get();
    } finally {
      people.shutdownNow();
    }
    performs(cluster.url(3));
  }

  @Test
  @DisplayName("take the tokens that one of them gave")
  void shareTokens() throws Exception {
    annaIsKnownEverywhere();
  }

  @Test
  @DisplayName("go on when one is killed in the middle, and it comes back")
  void surviveOne() throws Exception {
    int starts = cluster.node(3).starts();
    AtomicInteger rows = new AtomicInteger();
    Cli.Outcome run =
        new Cli(home())
            .json(
                row -> {
                  if (rows.incrementAndGet() == ROW) cluster.kill(3);
                },
                "run",
                PHASE_0,
                "--url",
                cluster.url(1),
                "--retry-for",
                "90s");
    assertThat(run.exit()).as("%s%n%s", run.rows(), run.err()).isZero();
    cluster.awaitReady(3, starts + 1);
    annaIsKnownEverywhere();
  }

  @Test
  @Timeout(value = 4, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @DisplayName("lead who watches at one that is killed to another, and no message is left out")
  void watchGoesOn() throws Exception {
    Cli cli = new Cli(home());
    List<String> urls = List.of("--url", cluster.url(1), "--url", cluster.url(2));
    JsonNode dora = cli.json(with(urls, "account", "register", "dora")).rows().get(0);
    String watched = dora.path("processes").asText().replaceAll(".*\\b(User-\\w+).*", "$1");
    HttpStory emil = new HttpStory(cluster.url(3));
    emil.registers("human of Emil", "{\"FirstName\": \"Emil\"}").is(201, "Ack");
    int starts = cluster.node(1).starts();
    List<String> sent = new ArrayList<>();
    List<String> seen = new ArrayList<>();

    Process watch = cli.goesOn(with(urls, "watch", watched, "--retry-for", "90s", "-o", "json"));
    sent.add(sends(emil, watched, "Message-for-dora-1"));
    try (MappingIterator<JsonNode> shown =
        HttpStory.JSON.readerFor(JsonNode.class).readValues(watch.getInputStream())) {
      seen.add(shown.next().path("message").path("item").asText());
      cluster.kill(1);
      for (int i = 2; i <= MESSAGES; i++) {
        sent.add(sends(emil, watched, "Message-for-dora-" + i));
      }
      while (!seen.contains(sent.get(MESSAGES - 1))) {
        seen.add(shown.next().path("message").path("item").asText());
      }
    } finally {
      watch.destroy();
    }

    // What was shown and not yet acknowledged may be shown again.
    assertThat(seen.stream().distinct()).containsExactlyElementsOf(sent);
    cluster.awaitReady(1, starts + 1);
  }

  @Test
  @DisplayName("stop by themselves where they are no majority, and lose nothing")
  void theMinorityStops() throws Exception {
    List<NodeState> before = cluster.state().nodes();
    cluster.kill(1, 2);
    await("the survivor to end with 75")
        .atMost(Duration.ofSeconds(60))
        .until(() -> Integer.valueOf(75).equals(cluster.node(3).lastExit()));
    for (NodeState node : before) cluster.awaitReady(node.number(), node.starts() + 1);
    annaIsKnownEverywhere();
  }

  @Test
  @DisplayName("lose nothing when all are killed at once")
  void surviveAll() throws Exception {
    List<NodeState> before = cluster.state().nodes();
    cluster.killAll();
    for (NodeState node : before) cluster.awaitReady(node.number(), node.starts() + 1);
    annaIsKnownEverywhere();
    performs(cluster.url(2));
  }

  @Test
  @DisplayName("become three from two, and all end at Ctrl-C")
  void growAndEnd() throws Exception {
    try (LocalCluster grows = LocalCluster.start(directory.resolve("grows"), 2)) {
      grows.add();
      assertThat(grows.urls()).hasSize(3);
      performs(grows.url(3));
      grows.interrupt();
    }
  }

  private static String[] with(List<String> urls, String... words) {
    return Stream.concat(Stream.of(words), urls.stream()).toArray(String[]::new);
  }

  /** Asks with the same key until it is done: the node of a Process may just have been killed. */
  private static String sends(HttpStory from, String to, String message) {
    String user =
        from.processes().stream().filter(one -> one.startsWith("User-")).findFirst().orElseThrow();
    String what =
        """
        {"Nil": "%1$s", "To": "%2$s", "With": [{"Header": "MMM-MSG-V2.2", "MessageID": "%1$s",
        "MessageData": [{"MessageData": "hello"}]}]}
        """
            .formatted(message, to);
    await(message + " to be sent to " + to)
        .atMost(Duration.ofSeconds(90))
        .ignoreExceptionsMatching(e -> e instanceof java.io.IOException)
        .until(
            () -> from.does(user, "v2.2/communicate/mm-send", what, message).code().equals("Ack"));
    return message;
  }

  private static Void performs(String url) throws Exception {
    Cli.Outcome run = new Cli(home()).json("run", PHASE_0, "--url", url);
    assertThat(run.exit()).as("%s%n%s", run.rows(), run.err()).isZero();
    return null;
  }

  /** Each node knows her by the token that the first one gave her. */
  private static void annaIsKnownEverywhere() throws Exception {
    String user = anna.processes().get(0);
    for (String url : cluster.urls()) {
      HttpStory there = anna.at(url);
      await(user + " to be told about at " + url)
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptionsMatching(e -> e instanceof java.io.IOException)
          .until(() -> there.reads(user, "processes/" + user).status() == 200);
    }
  }

  private static synchronized Path home() {
    return directory.resolve("home" + ++homes);
  }
}
