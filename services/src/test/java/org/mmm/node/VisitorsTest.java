package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A visitor from another M-Instance")
class VisitorsTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir static Path directory;
  private static TwoInstances two;

  @BeforeAll
  static void start() throws Exception {
    two = TwoInstances.introduced(directory, "mmm.live.edge.check-every = 100ms");
    two.alpha().register("Anna");
    two.beta().register("Bob");
    enters(two.alpha(), "Anna", "MVS@" + two.betaId());
    enters(two.beta(), "Bob", "MVS");
  }

  @AfterAll
  static void stop() {
    two.close();
  }

  @Test
  @DisplayName("takes part in the live place with a ticket that the Resolution Services agreed on")
  void takesPart() throws Exception {
    String anna = "Anna-Persona@" + two.alphaId();
    JsonNode bobs = asks(two.beta(), "Bob", "MVS", "Bob-Persona").json();
    try (LiveClient visitor = LiveClient.watch(ticket("MVS@" + two.betaId(), "Anna-Persona"));
        LiveClient host = LiveClient.watch(bobs)) {
      await().atMost(SOON).until(() -> visitor.walk(anna, 1.5));
      await().atMost(SOON).until(() -> Double.valueOf(1.5).equals(host.sees().get(anna)));
      await().atMost(SOON).until(() -> host.walk("Bob-Persona", -1));
      await()
          .atMost(SOON)
          .until(() -> Double.valueOf(-1).equals(visitor.sees().get("Bob-Persona")));
    }
  }

  @Test
  @DisplayName("gets no ticket to a place that it may not see, nor for a Persona that is not there")
  void noTicket() throws Exception {
    var closed = asks(two.alpha(), "Anna", "Room1@" + two.betaId(), "");
    assertThat(closed.status()).as(closed.response().body()).isEqualTo(403);
    two.alpha().register("Dora");
    var absent = asks(two.alpha(), "Dora", "MVS@" + two.betaId(), "Dora-Persona");
    assertThat(absent.status()).as(absent.response().body()).isEqualTo(404);
    var stranger = asks(two.alpha(), "Dora", "MVS@stranger.example", "");
    assertThat(stranger.status()).as(stranger.response().body()).isEqualTo(403);
    assertThat(stranger.response().body()).contains("stranger.example is pending here");
  }

  @Test
  @DisplayName("gets no ticket with a token that its Process has given up")
  void noToken() throws Exception {
    two.alpha().register("Emil");
    two.alpha().client().send("DELETE", "/api/session", two.alpha().token("Emil"), "", "");
    var none = asks(two.alpha(), "Emil", "MVS@" + two.betaId(), "");
    assertThat(none.status()).as(none.response().body()).isEqualTo(401);
  }

  @Test
  @DisplayName("is shown out once its M-Instance is blocked")
  void shownOut() throws Exception {
    try (LiveClient visitor = LiveClient.watch(ticket("MVS@" + two.betaId(), "Anna-Persona"))) {
      await().atMost(SOON).until(() -> visitor.keyFrames() == 1);
      two.says(two.beta(), two.alphaId(), "blocked");
      assertThat(visitor.end()).isEqualTo("closed 4403");
    } finally {
      two.says(two.beta(), two.alphaId(), "allowed");
    }
  }

  private static void enters(LiveNode at, String user, String place) throws Exception {
    var entered =
        at.client()
            .act(
                "v1.2/locate/mm-embed",
                at.token(user),
                "enters",
                "{\"sourceProcessID\":\"%s\",\"complements\":{\"Nil\":\"%s-Persona\",\"At\":\"%s\"}}"
                    .formatted(user, user, place));
    assertThat(entered.status()).as(entered.response().body()).isEqualTo(200);
  }

  private static JsonNode ticket(String room, String persona) throws Exception {
    var answer = asks(two.alpha(), "Anna", room, persona);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.json();
  }

  private static Client.Answer asks(LiveNode at, String user, String room, String persona)
      throws Exception {
    String steers = persona.isEmpty() ? "" : ",\"persona\":\"" + persona + "\"";
    return at.client()
        .send(
            "POST",
            "/api/v2.2/live/tickets",
            at.token(user),
            "",
            "{\"room\":\"" + room + "\"" + steers + "}");
  }
}
