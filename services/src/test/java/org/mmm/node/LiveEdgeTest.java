package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.frame.Happening;

@DisplayName("Over a socket of the live edge a client")
class LiveEdgeTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String SQUARE = "MVS";
  private static final AtomicInteger USERS = new AtomicInteger();

  @TempDir static Path directory;
  private static LiveNode node;

  private final String anna = "Anna" + USERS.incrementAndGet();
  private final String bruno = "Bruno" + USERS.get();

  @BeforeAll
  static void start() throws Exception {
    String settings =
        LiveNode.settings(
            directory,
            "mmm.live.edge.silent-after = 600ms",
            "mmm.live.edge.check-every = 100ms",
            "mmm.live.edge.ticket-lifetime = 1s",
            "mmm.edge.origins = \"https://pages.example\"");
    node = LiveNode.start(directory.resolve("data"), "--config", settings);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  LiveEdgeTest() throws Exception {
    node.register(anna);
    node.register(bruno);
  }

  @Test
  @DisplayName("sees who is in the place, who comes, walks and leaves")
  void seesOthers() throws Exception {
    enters(anna, 0);
    try (LiveClient eyes = LiveClient.watch(ticket(anna, SQUARE, persona(anna)))) {
      await().atMost(SOON).until(() -> eyes.sees().containsKey(persona(anna)));
      assertThat(eyes.texts())
          .containsExactly("{\"watching\":\"MVS\",\"persona\":\"%s\"}".formatted(persona(anna)));
      enters(bruno, 3);
      await().atMost(SOON).until(() -> Double.valueOf(3).equals(eyes.sees().get(persona(bruno))));
      try (LiveClient walker = LiveClient.watch(ticket(bruno, SQUARE, persona(bruno)))) {
        await().atMost(SOON).until(() -> walker.walk(persona(bruno), 3.25));
        await()
            .atMost(SOON)
            .until(() -> Double.valueOf(3.25).equals(eyes.sees().get(persona(bruno))));
        leaves(bruno);
        assertThat(walker.end()).isEqualTo("closed 4409");
      }
      await().atMost(SOON).until(() -> !eyes.sees().containsKey(persona(bruno)));
      assertThat(eyes.keyFrames()).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("sees who is disabled and enabled, and hears what is said in the place")
  void seesAndHears() throws Exception {
    enters(anna, 0);
    try (LiveClient eyes = LiveClient.watch(ticket(anna, SQUARE, persona(anna)))) {
      await().atMost(SOON).until(() -> eyes.sees().containsKey(persona(anna)));
      String itself = "{\"Nil\": \"%s\"}".formatted(persona(anna));
      acts1(anna, "locate/mm-disable", "hides", itself);
      acts1(anna, "locate/mm-enable", "shows", itself);
      await().atMost(SOON).until(() -> said(eyes, Happening.Perceived.class).size() == 2);
      assertThat(said(eyes, Happening.Perceived.class))
          .extracting(Happening.Perceived::perceptible)
          .containsExactly(false, true);

      String message =
          """
          {"Nil": "Message-%s", "To": "MVS",
           "With": [{"Header": "MMM-MSG-V2.2", "MessageData": [{"MessageData": "hello, all"}]}]}
          """;
      acts(anna, "communicate/mm-send", "says", message.formatted(anna));
      var refused =
          node.does(bruno, "communicate/mm-send", "from-outside", message.formatted(bruno));
      assertThat(refused.status()).isEqualTo(403);
      enters(bruno, 3);
      acts(bruno, "communicate/mm-send", "says", message.formatted(bruno + "-2"));
      await().atMost(SOON).until(() -> said(eyes, Happening.Said.class).size() == 2);
      assertThat(said(eyes, Happening.Said.class))
          .containsExactly(
              new Happening.Said(anna, "Message-" + anna, "hello, all"),
              new Happening.Said(bruno, "Message-" + bruno + "-2", "hello, all"));
    }
  }

  /** In the edition that has MM-Enable and MM-Disable. */
  private static void acts1(String user, String path, String key, String complements)
      throws Exception {
    String body = "{\"sourceProcessID\":\"%s\",\"complements\":%s}".formatted(user, complements);
    var answer = node.client().act("v1.2/" + path, node.token(user), key, body);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
  }

  private static <H extends Happening> List<H> said(LiveClient eyes, Class<H> kind) {
    return eyes.happenings().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  @DisplayName("may see and steer by JSON, beside others who have the bytes, and sees the same")
  void byJson() throws Exception {
    enters(anna, 0);
    enters(bruno, 3);
    try (LiveClient bytes = LiveClient.watch(ticket(anna, SQUARE, persona(anna)));
        LiveClient json = LiveClient.watchAsJson(ticket(bruno, SQUARE, persona(bruno)))) {
      await().atMost(SOON).until(() -> json.walk(persona(bruno), 3.25));
      await()
          .atMost(SOON)
          .until(() -> Double.valueOf(3.25).equals(bytes.sees().get(persona(bruno))));
      await().atMost(SOON).until(() -> bytes.walk(persona(anna), 0.5));
      await().atMost(SOON).until(() -> Double.valueOf(0.5).equals(json.sees().get(persona(anna))));
      assertThat(json.sees().keySet()).isEqualTo(bytes.sees().keySet());
      json.says("{\"move\":{\"incarnation\":\"none\"}}");
      assertThat(json.end()).isEqualTo("closed 4400");
    }
  }

  @Test
  @DisplayName("may look on without a Persona, and asks for a key frame when it has lost track")
  void looksOn() throws Exception {
    enters(anna, 0);
    try (LiveClient eyes = LiveClient.watch(ticket(bruno, SQUARE, ""))) {
      await().atMost(SOON).until(() -> eyes.sees().containsKey(persona(anna)));
      eyes.says("{\"key\":true}");
      await().atMost(SOON).until(() -> eyes.keyFrames() == 2);
    }
  }

  @Test
  @DisplayName("watches a place that it may not look at, while its own Persona is let into it")
  void guests() throws Exception {
    assertThat(asks(anna, "Parcel1", "").status()).isEqualTo(403);
    assertThat(asks(anna, "Parcel1", persona(anna)).status()).isEqualTo(403);
    acts(
        "Seller",
        "rights/rights-change",
        "lets-in-" + anna,
        "{\"Nil\": \"%s\", \"With\": [%s, %s]}"
            .formatted(
                anna,
                LiveNode.template("T-" + anna, "MM-Add", "AtItem", "Parcel1"),
                LiveNode.rights("R-" + anna, "May", "T-" + anna)));
    acts(
        anna,
        "locate/mm-add",
        "visits",
        "{\"Nil\": \"%s\", \"At\": \"Parcel1\"}".formatted(persona(anna)));
    assertThat(asks(anna, "Parcel1", "").status()).isEqualTo(403);
    assertThat(asks(bruno, "Parcel1", persona(anna)).status()).isEqualTo(403);
    try (LiveClient eyes = LiveClient.watch(ticket(anna, "Parcel1", persona(anna)))) {
      await().atMost(SOON).until(() -> eyes.sees().containsKey(persona(anna)));
    }
  }

  @Test
  @DisplayName("gets a ticket to no place that there is not, and to steer no Persona but its own")
  void ticketsAreRefused() throws Exception {
    enters(anna, 0);
    assertThat(asks(anna, "Room-nowhere", "").code()).isEqualTo("IncID");
    assertThat(asks(anna, persona(anna), "").code()).isEqualTo("IncID");
    assertThat(asks(bruno, SQUARE, persona(anna)).status()).isEqualTo(403);
    var outside = asks(bruno, SQUARE, persona(bruno));
    assertThat(outside.code()).isEqualTo("Clash");
    assertThat(outside.json().path("paStatus").path("detail").asText())
        .isEqualTo(persona(bruno) + " is in no place: let it enter MVS first");
    var misspelt =
        node.client()
            .send(
                "POST",
                "/api/v2.2/live/tickets",
                node.token(anna),
                "",
                "{\"room\":\"MVS\",\"avatar\":\"x\"}");
    assertThat(misspelt.status()).isEqualTo(400);
  }

  @Test
  @DisplayName("is let in by a ticket once, and not by another one, nor by one that has run out")
  void ticketsAreGoodOnce() throws Exception {
    JsonNode ticket = ticket(anna, SQUARE, "");
    try (LiveClient first = LiveClient.watch(ticket);
        LiveClient second = LiveClient.watch(ticket)) {
      assertThat(second.end()).isEqualTo("closed 4401");
      await().atMost(SOON).until(() -> first.keyFrames() == 1);
    }
    String url = ticket.path("url").asText();
    String changed = ticket.path("ticket").asText().replaceFirst("\\.", ".x");
    for (String wrong : new String[] {"", "t1.k1", changed, node.token(anna)}) {
      try (LiveClient client = LiveClient.open(url)) {
        client.says("{\"ticket\":\"" + wrong + "\"}");
        assertThat(client.end()).as(wrong).isEqualTo("closed 4401");
      }
    }
    JsonNode late = ticket(anna, SQUARE, "");
    java.time.Instant until = java.time.Instant.parse(late.path("expires").asText());
    await().atMost(SOON).until(() -> java.time.Instant.now().isAfter(until));
    try (LiveClient client = LiveClient.watch(late)) {
      assertThat(client.end()).isEqualTo("closed 4401");
    }
  }

  @Test
  @DisplayName("is refused at the door if its page is of elsewhere, or if it wants something else")
  void theDoor() throws Exception {
    String url = ticket(anna, SQUARE, "").path("url").asText();
    assertThatThrownBy(() -> LiveClient.open(url, "Origin", "https://evil.example"))
        .hasMessage("status 403");
    assertThatThrownBy(() -> LiveClient.open(url + "/other")).hasMessage("status 404");
    LiveClient.open(url, "Origin", "https://pages.example").close();
    LiveClient.open(url, "Origin", node.url()).close();
    String plain = url.replaceFirst("ws", "http").replaceFirst("/live", "");
    assertThat(new Client(plain).get("/live", "").status()).isEqualTo(400);
  }

  @Test
  @DisplayName("is shown out for what is not understood, too large or too much, and is told why")
  void shownOut() throws Exception {
    enters(anna, 0);
    for (String nonsense : new String[] {"[", "{\"key\":1}", "{\"key\":true,\"more\":1}"}) {
      try (LiveClient client = LiveClient.watch(ticket(anna, SQUARE, ""))) {
        client.says(nonsense);
        assertThat(client.end()).as(nonsense).isEqualTo("closed 4400");
      }
    }
    try (LiveClient onlooker = LiveClient.watch(ticket(anna, SQUARE, ""))) {
      onlooker.says(new byte[24]);
      assertThat(onlooker.end()).isEqualTo("closed 4400");
    }
    try (LiveClient client = LiveClient.watch(ticket(anna, SQUARE, ""))) {
      client.says("x".repeat(5_000));
      assertThat(client.end()).isEqualTo("closed 1009");
    }
    try (LiveClient client = LiveClient.watch(ticket(anna, SQUARE, persona(anna)))) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 100_000; i++) client.says("{\"key\":true}");
              })
          .isInstanceOf(Exception.class);
      assertThat(client.end()).containsAnyOf("4429", "failed");
    }
    String metrics = node.client().get("/metrics", "").response().body();
    assertThat(metrics).containsPattern("mmm_live_closed_total\\{why=\"too-fast\"\\} [1-9]");
  }

  @Test
  @DisplayName("that nothing is heard of is given up, however many pings it got")
  void silence() throws Exception {
    URI url = URI.create(ticket(anna, SQUARE, "").path("url").asText());
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout((int) SOON.toMillis());
      String request =
          """
          GET /live HTTP/1.1\r
          Host: %s\r
          Upgrade: websocket\r
          Connection: Upgrade\r
          Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
          Sec-WebSocket-Version: 13\r
          Sec-WebSocket-Protocol: mmm.live.v1\r
          \r
          """
              .formatted(url.getAuthority());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      String answer = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answer).startsWith("HTTP/1.1 101").contains("nothing was heard of you");
    }
  }

  @Test
  @DisplayName("is shown out when its token was ended, or its Persona is another's")
  void isCheckedAgain() throws Exception {
    enters(anna, 0);
    try (LiveClient client = LiveClient.watch(ticket(anna, SQUARE, persona(anna)))) {
      await().atMost(SOON).until(() -> client.keyFrames() == 1);
      node.client().send("DELETE", "/api/session", node.token(anna), "", "");
      assertThat(client.end()).isEqualTo("closed 4403");
    }
  }

  @Test
  @DisplayName("is told to come again when its node ends")
  void comesAgain(@TempDir Path own) throws Exception {
    LiveClient client;
    try (LiveNode other = LiveNode.start(own.resolve("data"))) {
      other.register("Carla");
      client = LiveClient.watch(ask(other, "Carla", SQUARE, "").json());
      await().atMost(SOON).until(() -> client.keyFrames() == 1);
    }
    assertThat(client.end()).isEqualTo("closed 1001");
  }

  @Test
  @DisplayName("is counted")
  void isCounted() throws Exception {
    enters(anna, 0);
    try (LiveClient eyes = LiveClient.watch(ticket(anna, SQUARE, persona(anna)))) {
      await().atMost(SOON).until(() -> eyes.walk(persona(anna), 0.5));
      await().atMost(SOON).until(() -> Double.valueOf(0.5).equals(eyes.sees().get(persona(anna))));
      String metrics = node.client().get("/metrics", "").response().body();
      for (String figure :
          new String[] {
            "mmm_live_sockets",
            "mmm_live_frames_total",
            "mmm_live_frame_bytes_total",
            "mmm_live_updates_total",
            "mmm_live_inputs_total"
          }) {
        assertThat(metrics).containsPattern("\n" + figure + " [1-9]");
      }
    }
  }

  private static String persona(String user) {
    return user + "-Persona";
  }

  private static Client.Answer ask(LiveNode of, String user, String room, String persona)
      throws Exception {
    String steers = persona.isEmpty() ? "" : ",\"persona\":\"" + persona + "\"";
    return of.client()
        .send(
            "POST",
            "/api/v2.2/live/tickets",
            of.token(user),
            "",
            "{\"room\":\"" + room + "\"" + steers + "}");
  }

  private static Client.Answer asks(String user, String room, String persona) throws Exception {
    return ask(node, user, room, persona);
  }

  private static JsonNode ticket(String user, String room, String persona) throws Exception {
    var answer = asks(user, room, persona);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.json();
  }

  private static void enters(String user, double x) throws Exception {
    acts(
        user,
        "locate/mm-add",
        "enters",
        """
        {"Nil": "%s", "At": "MVS",
         "With": [{"Header": "OSD-OSA-V1.5",
                   "Position": {"Header": "OSD-OPS-V1.5", "CartPosition": [%s, 0, 0]}}]}
        """
            .formatted(persona(user), x));
  }

  private static void leaves(String user) throws Exception {
    acts(
        user,
        "locate/mm-move",
        "leaves",
        "{\"Nil\": \"%s\", \"From\": \"MVS\", \"To\": \"MLocFriend2\"}".formatted(persona(user)));
  }

  private static void acts(String user, String path, String key, String complements)
      throws Exception {
    var answer = node.does(user, path, key, complements);
    assertThat(answer.status())
        .as("%s %s", answer.response().body(), Map.of("path", path))
        .isEqualTo(200);
  }
}
