package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One node with the world of two friends, spoken with over sockets. */
class NodeTest {
  private static final String MOVE =
      "{\"sourceProcessID\":\"Seller\",\"complements\":{\"Nil\":\"Room1\",\"At\":\"%s\"}}";

  @TempDir static Path directory;
  private static Path data;
  private static Node node;
  private static Client client;
  private static String operator;
  private static String seller;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    data = directory.resolve("data");
    Path world = directory.resolve("friends-meet.world.yaml");
    try (var in = org.mmm.world.WorldFile.class.getResourceAsStream("friends-meet.world.yaml")) {
      Files.write(world, in.readAllBytes());
    }
    node =
        Node.start(List.of("--data", data.toString(), "--port", "0", "--world", world.toString()));
    client = new Client(node.url());
    operator = Files.readString(data.resolve("operator.token")).strip();
    seller = token("Seller");
  }

  @AfterAll
  static void stop() {
    node.close();
    assertThat(data.resolve("node.json")).doesNotExist();
  }

  private static String token(String process) throws IOException, InterruptedException {
    return client
        .send("POST", "/api/token", operator, "", "{\"processID\":\"" + process + "\"}")
        .json()
        .path("token")
        .asText();
  }

  @Test
  void performsOncePerKeyAndTellsTheSameAgain() throws Exception {
    var first = client.act("v2.2/locate/mm-add", seller, "once", MOVE.formatted("Parcel1"));
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.code()).isEqualTo("Ack");
    var again = client.act("v2.2/locate/mm-add", seller, "once", MOVE.formatted("Parcel1"));
    assertThat(again.json()).isEqualTo(first.json());
    var other = client.act("v2.2/locate/mm-add", seller, "once", MOVE.formatted("MVS"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(client.get("/api/v2.2/items/Room1", seller).json().path("place").path("at").asText())
        .isEqualTo("Parcel1");
  }

  @Test
  void registersAHumanOnceAndLetsTheHumanInAgain() throws Exception {
    String body =
        "{\"sourceProcessID\":\"human1\",\"complements\":{\"With\":[{\"FirstName\":\"Anna\"}]}}";
    var first = client.act("v2.2/identity/register", "", "reg1", body);
    assertThat(first.status()).as(first.response().body()).isEqualTo(201);
    String tokens = first.header("MMM-Tokens");
    assertThat(tokens.split(",")).hasSize(2).allMatch(t -> t.matches("\\S+=v1\\.\\S+"));
    var again = client.act("v2.2/identity/register", "", "reg1", body);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.header("MMM-Tokens")).isEqualTo(tokens);
    var other = client.act("v2.2/identity/register", "", "reg2", body);
    assertThat(other.code()).isEqualTo("Clash");

    String user = tokens.split(",")[0].split("=")[0];
    String token = tokens.split(",")[0].substring(user.length() + 1);
    assertThat(client.get("/api/v2.2/processes/" + user + "/rights", token).status())
        .isEqualTo(200);
    String login =
        "{\"humanID\":\"human1\",\"recoveryCode\":\"" + first.header("MMM-Recovery-Code") + "\"}";
    var in = client.send("POST", "/api/session", "", "", login);
    assertThat(in.status()).as(in.response().body()).isEqualTo(200);
    assertThat(in.header("MMM-Tokens")).contains(user + "=").isNotEqualTo(tokens);
    var wrong =
        client.send("POST", "/api/session", "", "", login.replace("Code\":\"", "Code\":\"x"));
    assertThat(wrong.status()).isEqualTo(401);
  }

  @Test
  void refusesInOneShapeWithTheStatusOfTheReason() throws Exception {
    String body = MOVE.formatted("Parcel1");
    assertThat(client.act("v2.2/locate/mm-add", "", "r1", body).status()).isEqualTo(401);
    assertThat(client.act("v2.2/locate/mm-add", "v1.k1.x.y.1.z", "r1", body).status())
        .isEqualTo(401);
    assertThat(client.act("v2.2/locate/mm-add", seller, "", body).status()).isEqualTo(400);
    assertThat(client.act("v2.2/locate/mm-add", seller, "k".repeat(129), body).status())
        .isEqualTo(400);
    assertThat(client.act("v2.2/locate/mm-add", seller, "r2", "{\"source").status()).isEqualTo(400);
    var foreign = body.replace("Seller", "Buyer");
    assertThat(client.act("v2.2/locate/mm-add", seller, "r3", foreign).status()).isEqualTo(403);
    var unknown = client.act("v2.2/locate/mm-add", seller, "r4", MOVE.formatted("Nowhere"));
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.code()).isEqualTo("IncID");
    var by = body.replace("\"At\"", "\"By\":\"ParcelService\",\"At\"");
    assertThat(client.act("v2.2/locate/mm-add", seller, "r5", by).status()).isEqualTo(422);
    var with =
        body.replace("\"At\"", "\"With\":[{\"Header\":\"OSD-OSA-V1.5\",\"Position\":1}],\"At\"");
    assertThat(client.act("v2.2/locate/mm-add", seller, "r6", with).code()).isEqualTo("FaultyPA");
    assertThat(client.get("/api/v2.2/locate/mm-add", seller).status()).isEqualTo(405);
    assertThat(client.get("/nothing", seller).status()).isEqualTo(404);
  }

  @Test
  void refusesWhatIsTooLargeOrTooDeepWithoutReadingIt() throws Exception {
    String deep = "[".repeat(20_000) + "]".repeat(20_000);
    assertThat(client.act("v2.2/locate/mm-add", seller, "d1", deep).status()).isEqualTo(400);
    String large = "[".repeat(1 << 20);
    assertThat(client.act("v2.2/locate/mm-add", seller, "d2", large).status()).isEqualTo(413);
    assertThat(client.get("/health/ready", "").status()).isEqualTo(200);
  }

  @Test
  void tellsItsLogToTheProcessAndTheOperatorAlone() throws Exception {
    client.act("v2.2/locate/mm-move", seller, "log1", MOVE.formatted("Nowhere"));
    String path = "/api/v2.2/processes/Seller/activity";
    JsonNode log = client.get(path, seller).json().path("entries");
    assertThat(log).anySatisfy(e -> assertThat(e.path("reason").asText()).isNotEmpty());
    assertThat(client.get(path, operator).json().path("entries").size())
        .isGreaterThanOrEqualTo(log.size());
    assertThat(client.get("/api/v2.2/processes/MInstanceManager/activity", seller).status())
        .isEqualTo(403);
    assertThat(client.get(path + "?limit=x", seller).status()).isEqualTo(400);
  }

  @Test
  void endsATokenForGood() throws Exception {
    String token = token("Seller");
    assertThat(client.get("/api/v2.2/processes/Seller/rights", token).status()).isEqualTo(200);
    assertThat(client.send("DELETE", "/api/session", token, "", "").status()).isEqualTo(204);
    assertThat(client.get("/api/v2.2/processes/Seller/rights", token).status()).isEqualTo(401);
    assertThat(client.act("v2.2/locate/mm-add", token, "e1", MOVE.formatted("MVS")).status())
        .isEqualTo(401);
    assertThat(client.send("DELETE", "/api/session", token, "", "").status()).isEqualTo(401);
  }

  @Test
  void givesTokensToTheOperatorAlone() throws Exception {
    String body = "{\"processID\":\"Seller\"}";
    assertThat(client.send("POST", "/api/token", seller, "", body).status()).isEqualTo(403);
    assertThat(client.send("POST", "/api/token", "", "", body).status()).isEqualTo(401);
    assertThat(Files.getPosixFilePermissions(data.resolve("operator.token")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getPosixFilePermissions(data.resolve("secrets")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void listsWhatTheReaderMaySee() throws Exception {
    var page = client.get("/api/v2.2/items?dataType=Room&owner=Seller", seller).json();
    assertThat(page.path("items")).hasSize(1);
    assertThat(page.path("items").get(0).path("itemID").asText()).isEqualTo("Room1");
    var first = client.get("/api/v2.2/items?limit=2", operator).json();
    assertThat(first.path("items")).hasSize(2);
    var rest =
        client.get("/api/v2.2/items?limit=100&after=" + first.path("next").asText(), operator);
    assertThat(rest.json().path("items")).isNotEmpty().doesNotContainSequence(first.path("items"));
  }

  @Test
  void everyRouteIsDocumentedAndAnswers() throws Exception {
    JsonNode api = client.get("/openapi.json", "").json();
    assertThat(api.path("openapi").asText()).startsWith("3.1");
    int routes = 0;
    var ids = new java.util.HashSet<String>();
    for (var path : api.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        routes++;
        assertThat(ids.add(operation.getValue().path("operationId").asText())).isTrue();
        assertThat(operation.getValue().path("responses").size()).isPositive();
        String file = path.getKey().startsWith("/device") ? "device.css" : "swagger-ui.css";
        String concrete = path.getKey().replaceAll("\\{[a-z]+}", file);
        var answer =
            client.send(
                operation.getKey().toUpperCase(java.util.Locale.ROOT), concrete, "", "", "");
        assertThat(answer.status()).as(path.getKey()).isIn(200, 400, 401);
      }
    }
    assertThat(routes).isGreaterThan(70);
    assertThat(api.findValues("$ref"))
        .allSatisfy(ref -> assertThat(api.at(ref.asText().substring(1)).isObject()).isTrue());
  }

  @Test
  void refusesASocketWithoutTheRightTokenOrFromAForeignPage() {
    assertThatThrownBy(() -> socket("Seller", operator, "")).hasMessageContaining("Handshake");
    assertThatThrownBy(() -> socket("Seller", seller, "https://evil.example"))
        .hasMessageContaining("Handshake");
  }

  @Test
  void keepsASocketOpenThatNothingHappensOn() throws Exception {
    WebSocket socket = socket("Seller", seller, "");
    assertThat(socket.sendText("{\"ack\":0}", true).get(5, TimeUnit.SECONDS)).isSameAs(socket);
    assertThat(socket.isOutputClosed()).isFalse();
    socket.abort();
  }

  private static WebSocket socket(String process, String token, String origin) {
    var builder = client.http().newWebSocketBuilder().header("Authorization", "Bearer " + token);
    if (!origin.isEmpty()) builder.header("Origin", origin);
    String url = node.url().replace("http", "ws") + "/ws?process=" + process;
    CompletionStage<WebSocket> opened =
        builder.buildAsync(URI.create(url), new WebSocket.Listener() {});
    return ((CompletableFuture<WebSocket>) opened).orTimeout(10, TimeUnit.SECONDS).join();
  }

  @Test
  void refusesWhatTwoNodesCannotShare() {
    assertThatThrownBy(() -> Node.start(List.of("--data", data.toString(), "--port", "0")))
        .isInstanceOfSatisfying(
            NodeFailure.class,
            e -> {
              assertThat(e.exitCode()).isEqualTo(NodeFailure.UNAVAILABLE);
              assertThat(e).hasMessageContaining("already open").hasMessageNotContaining("\n");
            });
    String port = String.valueOf(URI.create(node.url()).getPort());
    assertThatThrownBy(() -> Node.start(List.of("--data", directory + "/other", "--port", port)))
        .isInstanceOfSatisfying(
            NodeFailure.class, e -> assertThat(e.exitCode()).isEqualTo(NodeFailure.UNAVAILABLE))
        .hasMessageContaining("--port");
  }

  @Test
  void refusesAWorldThatIsNone() throws IOException {
    Path world = Files.writeString(directory.resolve("bad.yaml"), "places: 7\n");
    assertThatThrownBy(
            () -> Node.start(List.of("--data", directory + "/other", "--world", world.toString())))
        .isInstanceOfSatisfying(
            NodeFailure.class, e -> assertThat(e.exitCode()).isEqualTo(NodeFailure.USAGE));
    assertThatThrownBy(() -> Node.start(List.of("--port", "70000")))
        .isInstanceOf(NodeFailure.class);
  }
}
