package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The operator's map")
class MapTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  /** What a page or a script names of this host. */
  private static final Pattern NAMED =
      Pattern.compile("(?:src=|href=|from |import\\()\"(\\./|/map/)([^\"]+)\"");

  @TempDir static Path directory;
  private static LiveNode node;

  @BeforeAll
  static void start() throws Exception {
    node = LiveNode.start(directory.resolve("data"));
    for (String user : new String[] {"Anna", "Bruno"}) {
      node.register(user);
      String enters = "{\"Nil\": \"%s-Persona\", \"At\": \"MVS\"}".formatted(user);
      var answer = node.does(user, "locate/mm-add", "enters", enters);
      assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    }
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @DisplayName("has the Rooms that are watched, with the figures of each, and of each node")
  void liveRooms() throws Exception {
    AtomicInteger steps = new AtomicInteger();
    assertThat(live("").path("rooms")).isEmpty();
    assertThat(live("").at("/nodes/0/live").asInt()).isZero();
    try (LiveClient anna = LiveClient.watch(ticket("Anna", "Anna-Persona"));
        LiveClient bruno = LiveClient.watch(ticket("Bruno", "Bruno-Persona"))) {
      eventually(
          () -> {
            anna.walk("Anna-Persona", steps.incrementAndGet() % 2);
            JsonNode room = live("").at("/rooms/0");
            return room.path("watchers").asInt() == 2
                && room.path("framesPerSecond").asDouble() > 0;
          });
      JsonNode all = live("?name=mv&limit=1");
      assertThat(all.path("matching").asInt()).isEqualTo(1);
      JsonNode room = all.at("/rooms/0");
      assertThat(room.path("room").asText()).isEqualTo("MVS");
      assertThat(room.path("node").asText()).isEqualTo("node1");
      assertThat(room.path("ticksPerSecond").asDouble()).isBetween(1.0, 25.0);
      assertThat(room.path("frameBytesPerSecond").asDouble()).isPositive();
      assertThat(room.path("droppedPerSecond").asDouble()).isZero();
      JsonNode only = all.at("/nodes/0");
      assertThat(only.path("name").asText()).isEqualTo("node1");
      assertThat(only.path("answered").asBoolean()).isTrue();
      assertThat(only.path("draining").asBoolean()).isFalse();
      assertThat(only.path("watchers").asInt()).isEqualTo(2);

      JsonNode none = live("?name=Nowhere");
      assertThat(none.path("matching").asInt()).isZero();
      assertThat(none.path("rooms")).isEmpty();
      assertThat(none.at("/nodes/0/live").asInt()).isEqualTo(1);
      assertThat(bruno.sees()).isNotEmpty();
    }
    eventually(() -> live("").path("rooms").isEmpty());
  }

  @Test
  @DisplayName("is a page that is whole, and has nothing in it without the operator's token")
  void page() throws Exception {
    Set<String> seen = new TreeSet<>();
    Deque<String> left = new ArrayDeque<>(Set.of("/map"));
    while (!left.isEmpty()) {
      String path = left.pop();
      var answer = node.operatorClient().get(path, "");
      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Content-Security-Policy"))
          .isEqualTo(
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                  + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                  + " frame-ancestors 'none'");
      String body = answer.response().body();
      assertThat(body).as(path).doesNotContain("http://", "https://", "MVS", "innerHTML");
      assertThat(body).as(path).doesNotContain(" onclick=", " style=", "<script>");
      var named = NAMED.matcher(body);
      while (named.find()) {
        String next = "/map/" + named.group(2);
        if (seen.add(next)) left.push(next);
      }
    }
    assertThat(seen).contains("/map/app.js", "/map/map.css", "/map/dom.js", "/map/pauses.js");
    assertThat(node.client().get("/map", "").status()).as("at the MMM-API").isEqualTo(404);
    assertThat(node.client().get("/admin/live", node.operator()).status()).isEqualTo(404);
  }

  private static JsonNode live(String query) throws Exception {
    var answer = node.operatorClient().get("/admin/live" + query, node.operator());
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.json();
  }

  private static JsonNode ticket(String user, String persona) throws Exception {
    String body = "{\"room\":\"MVS\",\"persona\":\"" + persona + "\"}";
    var answer = node.client().send("POST", "/api/v2.2/live/tickets", node.token(user), "", body);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.json();
  }

  private static void eventually(Callable<Boolean> isSo) {
    await().atMost(SOON).until(isSo);
  }
}
