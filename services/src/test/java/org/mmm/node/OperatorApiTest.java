package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The Operator API of a node that is alone")
class OperatorApiTest {
  /** What says nothing of the M-Instance. */
  private static final Set<String> OPEN = Set.of("/openapi.json", "/map", "/map/{file}");

  @TempDir static Path directory;
  private static LiveNode node;
  private static JsonNode api;
  private static ApiDocument document;

  @BeforeAll
  static void start() throws Exception {
    node = LiveNode.start(directory.resolve("data"), "--federation-id", "127.0.0.1:9");
    api = node.operatorClient().get("/openapi.json", "").json();
    document = new ApiDocument(api);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @DisplayName("lets nobody in but the operator")
  void letsTheOperatorIn() throws Exception {
    for (var path : api.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (OPEN.contains(path.getKey())) continue;
        String method = operation.getKey().toUpperCase(Locale.ROOT);
        for (String token : List.of("", "x", node.token("Seller"))) {
          String asked = path.getKey().replaceAll("\\{[a-z]+}", "node1");
          var answer = node.operatorClient().send(method, asked, token, "", "");
          assertThat(answer.status()).as(method + " " + path.getKey()).isEqualTo(401);
        }
      }
    }
  }

  @Test
  @DisplayName("says in its document what is really asked and answered, on every path")
  void tellsTheTruth() throws Exception {
    var options = new ParseOptions();
    options.setResolve(true);
    var parsed = new OpenAPIV3Parser().readContents(api.toString(), List.of(), options);
    assertThat(parsed.getMessages()).isNullOrEmpty();

    get("/openapi.json", 200);
    get("/admin/node", 200);
    get("/admin/figures", 200);
    for (String page : List.of("/map", "/map/app.js", "/map/nothing.js")) {
      document.check("GET", page, "", node.operatorClient().get(page, ""));
    }
    JsonNode live = get("/admin/live?name=Room&limit=200", 200);
    assertThat(live.path("rooms")).isEmpty();
    assertThat(live.at("/nodes/0/answered").asBoolean()).isTrue();
    get("/admin/live?limit=201", 400);
    get("/admin/live?name=" + "x".repeat(257), 400);
    JsonNode nodes = get("/admin/nodes", 200).path("nodes");
    assertThat(nodes).hasSize(1);
    assertThat(nodes.get(0).path("name").asText()).isEqualTo("node1");
    JsonNode shown = get("/admin/nodes/node1", 200);
    assertThat(shown.path("shards").path("world").asInt()).isEqualTo(1);
    get("/admin/nodes/node2", 404);
    get("/admin/nodes/" + shown.path("place").asText() + "/drain", 200);

    JsonNode last = send("POST", "/admin/nodes/node1/drain", "", 409);
    assertThat(last.path("paStatus").path("detail").asText()).contains("last node");
    send("POST", "/admin/nodes/node1/leave", "", 409);
    send("POST", "/admin/nodes/node1/undrain", "", 200);
    assertThat(document.seen()).contains("POST /admin/nodes/{node}/undrain");

    assertThat(get("/admin/shards", 200).path("shards")).isNotEmpty();
    assertThat(get("/admin/shards?type=world&node=node1", 200).path("shards")).hasSize(1);
    get("/admin/shards?node=node9", 404);
    assertThat(get("/admin/shards/moves", 200).path("shards")).isEmpty();

    node.does("Seller", "locate/mm-add", "room-1", "{\"Nil\": \"Room1\", \"At\": \"Parcel1\"}");
    JsonNode rooms = get("/admin/rooms?limit=1", 200).path("rooms");
    assertThat(rooms).hasSize(1);
    assertThat(rooms.get(0).path("node").asText()).isEqualTo("node1");
    JsonNode room = get("/admin/rooms/Room1", 200);
    assertThat(room.path("pinned").isMissingNode()).isTrue();
    get("/admin/rooms/Nothing", 404);
    JsonNode moved = send("POST", "/admin/rooms/Room1/move", "{\"node\": \"node1\"}", 200);
    assertThat(moved.path("pinned").asText()).isEqualTo("node1");
    send("POST", "/admin/rooms/Room1/move", "{\"node\": \"node9\"}", 404);
    send("POST", "/admin/rooms/Room1/move", "{\"node\": 5}", 400);
    JsonNode free = send("DELETE", "/admin/rooms/Room1/pin", "", 200);
    assertThat(free.path("pinned").isMissingNode()).isTrue();

    speaksWithOthers();
    seesWhatIsReported();

    String backup = "{\"path\":\"" + directory.resolve("backup.zip") + "\"}";
    send("POST", "/admin/backup", backup, 200);
    send("POST", "/admin/backup", backup, 409);

    Set<String> unsaid = new TreeSet<>();
    for (var path : api.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        unsaid.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
      }
    }
    unsaid.removeAll(document.seen());
    assertThat(unsaid)
        .as("a node that is alone can be drained by nobody")
        .containsExactly("POST /admin/nodes/{node}/drain", "POST /admin/nodes/{node}/leave");
  }

  private static void seesWhatIsReported() throws Exception {
    node.register("Paul");
    String said = "{\"about\": \"Seller\", \"words\": \"sells nothing\"}";
    for (int again = 0; again < 2; again++) {
      var made = node.client().act("v2.2/reports", node.token("Paul"), "r1", said);
      assertThat(made.status()).as(made.response().body()).isEqualTo(200);
    }
    JsonNode open = get("/admin/reports", 200).path("reports");
    assertThat(open).hasSize(1);
    assertThat(open.get(0).path("words").asText()).isEqualTo("sells nothing");
    String report = "/admin/reports/" + open.get(0).path("reportID").asText() + "/close";
    assertThat(send("POST", report, "", 200).path("closed").asText()).isNotEmpty();
    assertThat(get("/admin/reports", 200).path("reports")).isEmpty();
    assertThat(get("/admin/reports?closed=true", 200).path("reports")).hasSize(1);
    send("POST", "/admin/reports/nothing/close", "", 404);
  }

  private static void speaksWithOthers() throws Exception {
    String peer = "/admin/peers/127.0.0.1:1";
    assertThat(get("/admin/peers", 200).path("self").asText()).isEqualTo("127.0.0.1:9");
    assertThat(get(peer, 200).path("standing").asText()).isEqualTo("pending");
    send("POST", peer, "{\"standing\": \"pending\"}", 400);
    send("POST", peer, "{\"standing\": \"limited\"}", 400);
    get("/admin/peers/no_host", 400);
    assertThat(send("POST", peer + "/letters", "", 200).path("letters")).isEmpty();
    assertThat(get(peer + "/examination", 200).path("checks")).isNotEmpty();
    JsonNode limited = send("POST", peer, "{\"standing\": \"limited\", \"perMinute\": 5}", 200);
    assertThat(limited.path("perMinute").asInt()).isEqualTo(5);
    var waits =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return node.says("Seller", "Bob@127.0.0.1:1", "Nobody is there");
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> get(peer + "/letters", 200).path("letters").size() == 1);
    JsonNode letter = get(peer + "/letters", 200).path("letters").get(0);
    send("DELETE", peer + "/letters/nothing", "", 404);
    send("DELETE", peer + "/letters/" + letter.path("message").asText(), "", 200);
    assertThat(waits.get(20, TimeUnit.SECONDS).code()).isEqualTo("Unable");
  }

  private static JsonNode get(String path, int status) throws Exception {
    return send("GET", path, "", status);
  }

  private static JsonNode send(String method, String path, String body, int status)
      throws Exception {
    var answer = node.operatorClient().send(method, path, node.operator(), "", body);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
    document.check(method, path, body, answer);
    return answer.json();
  }
}
