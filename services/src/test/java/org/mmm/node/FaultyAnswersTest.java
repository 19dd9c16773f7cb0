package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mmm.conformance.FaultyPeer;

@DisplayName("A letter to an M-Instance that does not answer as it must")
class FaultyAnswersTest {
  private static final byte[] ACK = "{\"Status\":\"Ack\"}".getBytes();
  private static final CountDownLatch OVER = new CountDownLatch(1);

  @TempDir static Path directory;
  private static TwoInstances two;
  private static int letters;

  @BeforeAll
  static void start() throws Exception {
    two =
        TwoInstances.introduced(
            directory, "mmm.federation.request-within = 1s", "mmm.federation.retry-at-most = 1s");
    two.alpha().register("Anna");
    two.beta().register("Bob");
  }

  @AfterAll
  static void stop() {
    OVER.countDown();
    two.close();
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        answer("signs nothing", ex -> whole(ex, 200, ACK), "is not signed as it must be"),
        answer("ends in the middle", FaultyAnswersTest::half, ""),
        answer("never ends", FaultyAnswersTest::slow, ""),
        answer("is too large", ex -> whole(ex, 200, new byte[2 << 20]), "1048576"),
        answer("leads elsewhere", FaultyAnswersTest::redirect, "is not signed as it must be"),
        answer("is none", ex -> ex.close(), ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  @DisplayName("waits, is not taken for answered, and keeps up nobody else, if the answer")
  void waits(String name, HttpHandler answer, String why) throws Exception {
    try (FaultyPeer peer = new FaultyPeer()) {
      two.says(two.alpha(), peer.id(), "allowed");
      peer.answersMessages(answer);
      String text = "Hello " + ++letters;
      var asked =
          CompletableFuture.runAsync(
              () -> {
                try {
                  two.alpha().says("Anna", "Mallory@" + peer.id(), text);
                } catch (Exception nobodyWaits) {
                  // what became of it is asked below
                }
              });
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> shown(peer).path("trouble").asText().matches(".*\\([1-9].*"));
      assertThat(shown(peer).path("trouble").asText()).contains(why);
      JsonNode waiting = two.letters(two.alpha(), peer.id()).json().path("letters");
      assertThat(waiting).hasSize(1);
      assertThat(waiting.path(0).path("left").asBoolean()).isTrue();
      var other = two.alpha().says("Anna", "Bob@" + two.betaId(), "Meanwhile " + letters);
      assertThat(other.status()).as(other.response().body()).isEqualTo(200);
      assertThat(asked.isCompletedExceptionally()).isFalse();
    }
  }

  private static JsonNode shown(FaultyPeer peer) throws Exception {
    return two.alpha()
        .operatorClient()
        .get("/admin/peers/" + peer.id(), two.alpha().operator())
        .json();
  }

  private static Arguments answer(String name, HttpHandler handler, String why) {
    return Arguments.of(name, handler, why);
  }

  private static void whole(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void half(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 1_000);
    exchange.getResponseBody().write(ACK);
    exchange.getResponseBody().flush();
    exchange.close();
  }

  private static void slow(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write(ACK);
    exchange.getResponseBody().flush();
    try {
      OVER.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  private static void redirect(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Location", "/other");
    whole(exchange, 302, ACK);
  }
}
