package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Over /ws a Process gets")
class MessageSocketTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int INBOX = 1_000;

  @TempDir static Path directory;
  private static LiveNode node;
  private static final AtomicInteger USERS = new AtomicInteger();

  private final String bruno = "Bruno" + USERS.incrementAndGet();

  @BeforeAll
  static void start() throws Exception {
    String settings =
        LiveNode.settings(
            directory,
            "pekko.http.server.websocket.periodic-keep-alive-max-idle = 200ms",
            "mmm.edge.absent-after = 1s");
    node = LiveNode.start(directory.resolve("data"), "--config", settings);
    node.register("Anna");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  MessageSocketTest() throws Exception {
    node.register(bruno);
  }

  @Test
  @DisplayName("each Message as it is sent, in order, numbered without a gap")
  void getsMessages() throws Exception {
    try (Ears ears = open(bruno)) {
      for (int i = 1; i <= 3; i++) {
        send(i);
        JsonNode frame = ears.next();
        assertThat(frame.path("seq").asInt()).isEqualTo(i);
        assertThat(Ears.said(frame)).isEqualTo(text(i));
        assertThat(frame.path("message").path("source").asText()).isEqualTo("Anna");
        assertThat(frame.path("message").path("action").asText()).isEqualTo("MM-Send");
      }
    }
  }

  @Test
  @DisplayName("after a broken connection what came meanwhile, from the number that it names on")
  void resumes() throws Exception {
    try (Ears ears = open(bruno)) {
      send(1);
      send(2);
      assertThat(numbers(ears, 2)).containsExactly(1, 2);
    }
    send(3);
    try (Ears ears = open(bruno + "&after=2")) {
      assertThat(numbers(ears, 1)).containsExactly(3);
    }
    try (Ears ears = open(bruno)) { // nothing was acknowledged, so all of it comes again
      assertThat(numbers(ears, 3)).containsExactly(1, 2, 3);
      ears.says("{\"ack\":2}");
    }
    awaitFirst(3);
  }

  @Test
  @DisplayName("in each of its connections all that comes; an ack in one of them is for all")
  void hasSeveralConnections() throws Exception {
    try (Ears one = open(bruno);
        Ears other = open(bruno)) {
      send(1);
      send(2);
      assertThat(numbers(one, 2)).containsExactly(1, 2);
      assertThat(numbers(other, 2)).containsExactly(1, 2);
      one.says("{\"ack\":1}");
      awaitFirst(2);
      assertThat(other.hasEnded()).isFalse();
    }
  }

  @Test
  @DisplayName("of more than 1,000 that it has not acknowledged the newest")
  void isBounded() throws Exception {
    int sent = INBOX + 3;
    int over = sent - INBOX; // these come first, whatever the others do at once
    for (int i = 1; i <= over; i++) {
      assertThat(node.says("Anna", bruno, text(i)).status()).isEqualTo(200);
    }
    var senders = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Client.Answer>> all = new ArrayList<>();
      for (int i = over + 1; i <= sent; i++) {
        int number = i;
        all.add(() -> node.says("Anna", bruno, text(number)));
      }
      for (Future<Client.Answer> one : senders.invokeAll(all)) {
        assertThat(one.get().status()).as(one.get().response().body()).isEqualTo(200);
      }
    } finally {
      senders.shutdown();
    }
    try (Ears ears = open(bruno)) {
      List<Integer> numbers = numbers(ears, INBOX);
      assertThat(numbers.get(0)).isEqualTo(sent - INBOX + 1);
      assertThat(numbers.get(INBOX - 1)).isEqualTo(sent);
      assertThat(numbers).doesNotHaveDuplicates().isSorted();
    }
    // What has left the inbox of the newest is readable no more; the newest are.
    String item = "/api/v2.2/items/Message-";
    assertThat(node.client().get(item + text(1), node.token(bruno)).status()).isEqualTo(403);
    assertThat(node.client().get(item + text(sent), node.token(bruno)).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("nothing without a token of its own, in the header or as a browser gives it")
  void needsItsToken() throws Exception {
    String own = node.token(bruno);
    assertThatThrownBy(() -> Ears.open(node, bruno, "")).hasMessage("status 401");
    assertThatThrownBy(() -> Ears.open(node, bruno, own + "x")).hasMessage("status 401");
    assertThatThrownBy(() -> Ears.open(node, bruno, node.token("Anna"))).hasMessage("status 403");
    assertThatThrownBy(() -> Ears.open(node, bruno + "&after=x", own)).hasMessage("status 400");
    assertThatThrownBy(() -> Ears.open(node, bruno, "", "mmm.v1", "bearer.nonsense"))
        .hasMessage("status 401");
    try (Ears ears = Ears.open(node, bruno, "", "mmm.v1", "bearer." + own)) {
      assertThat(ears.protocol()).isEqualTo("mmm.v1");
      send(1);
      assertThat(numbers(ears, 1)).containsExactly(1);
    }
  }

  @Test
  @DisplayName("the end of the connection for a frame that is no ack, and keeps its Messages")
  void endsOnNonsense() throws Exception {
    send(1);
    for (String frame : List.of("x".repeat(2_000), "{\"ack\":-1}", "{\"ack\":\"1\"}", "[", "{}")) {
      try (Ears ears = open(bruno)) {
        assertThat(numbers(ears, 1)).containsExactly(1);
        ears.says(frame);
        assertThat(ears.end()).as(frame).startsWith("closed");
      }
    }
    try (Ears ears = open(bruno)) {
      ears.saysBytes((byte) 1);
      assertThat(ears.end()).startsWith("closed");
    }
    awaitFirst(1);
  }

  @Test
  @DisplayName("pings while nothing happens, so that the connection stays")
  void isKeptAlive() throws Exception {
    try (Ears ears = open(bruno)) {
      await().atMost(SOON).until(() -> ears.pings() >= 3);
      send(1);
      assertThat(numbers(ears, 1)).containsExactly(1);
    }
    await()
        .atMost(SOON)
        .until(
            () ->
                node.client().get("/metrics", "").response().body().contains("mmm_edge_sockets 0"));
  }

  @Test
  @DisplayName("nothing more when its token has ended, on connections that are open too")
  void endsWithItsToken() throws Exception {
    String token = node.token(bruno);
    try (Ears ears = open(bruno)) {
      send(1);
      assertThat(numbers(ears, 1)).containsExactly(1);
      assertThat(node.client().send("DELETE", "/api/session", token, "", "").status())
          .isEqualTo(204);
      send(2);
      assertThat(ears.end()).startsWith("closed");
      assertThat(ears.waiting()).isZero();
    }
    assertThatThrownBy(() -> Ears.open(node, bruno, token)).hasMessage("status 401");
  }

  @Test
  @DisplayName("and is present as long as it is connected, and absent some time after the last one")
  void isPresentWhileConnected() throws Exception {
    try (Ears asker = Ears.open(node, "Anna", node.token("Anna"))) {
      Ears first = open(bruno);
      Ears second = open(bruno);
      assertThat(node.says(bruno, "ActivityService", text(0) + " present").status()).isEqualTo(200);
      first.close();
      await().during(Duration.ofSeconds(3)).atMost(SOON).until(() -> isPresent(asker));
      second.close();
      await().atMost(SOON).until(() -> !isPresent(asker));
    }
  }

  @Test
  @DisplayName("and is present for a while after a request, too")
  void isPresentAfterARequest() throws Exception {
    try (Ears asker = Ears.open(node, "Anna", node.token("Anna"))) {
      assertThat(node.says(bruno, "ActivityService", text(0) + " present").status()).isEqualTo(200);
      assertThat(isPresent(asker)).isTrue();
      await().atMost(SOON).until(() -> !isPresent(asker));
    }
  }

  /** Has Anna ask the Activity Service. */
  private boolean isPresent(Ears anna) throws Exception {
    String question = LiveNode.saying("ActivityService", "Is " + bruno + " on MMM?");
    String key = "ask-" + USERS.incrementAndGet();
    question = question.replaceFirst("\"Nil\": \"[^\"]*\"", "\"Nil\": \"Message-" + key + "\"");
    assertThat(node.does("Anna", "communicate/mm-send", key, question).status()).isEqualTo(200);
    return Ears.said(anna.next()).equals("yes");
  }

  private Ears open(String query) throws Exception {
    return Ears.open(node, query, node.token(bruno));
  }

  private void send(int number) throws Exception {
    var answer = node.says("Anna", bruno, text(number));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
  }

  private String text(int number) {
    return bruno + "-" + number;
  }

  private static List<Integer> numbers(Ears ears, int count) throws Exception {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) numbers.add(ears.next().path("seq").asInt());
    return numbers;
  }

  /** Until a new connection begins with that number: an ack is taken, not answered. */
  private void awaitFirst(int number) {
    await()
        .atMost(SOON)
        .until(
            () -> {
              try (Ears ears = open(bruno)) {
                return ears.next().path("seq").asInt() == number;
              }
            });
  }
}
