package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.action.Action;
import org.mmm.action.Edition;

@DisplayName("The OpenAPI document of a node")
class OpenApiTest {

  @TempDir static Path directory;
  private static LiveNode node;
  private static JsonNode api;

  @BeforeAll
  static void start() throws Exception {
    node = LiveNode.start(directory.resolve("data"));
    api = node.client().get("/openapi.json", "").json();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @DisplayName("is OpenAPI 3.1 in the eyes of another's parser")
  void isValid() {
    var options = new ParseOptions();
    options.setResolve(true);
    options.setResolveFully(true);
    var parsed = new OpenAPIV3Parser().readContents(api.toString(), List.of(), options);
    assertThat(parsed.getMessages()).isNullOrEmpty();
    assertThat(parsed.isOpenapi31()).isTrue();
    assertThat(parsed.getOpenAPI().getPaths()).hasSize(api.path("paths").size());

    String broken = api.toString().replaceFirst("\"description\":\"performed, or found\",", "");
    assertThat(new OpenAPIV3Parser().readContents(broken, List.of(), options).getMessages())
        .as("a response without a description would have been noticed")
        .isNotEmpty();
  }

  @Test
  @DisplayName("has schemas that are JSON Schema 2020-12, each of them used")
  void hasGoodSchemas() {
    var meta =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(SchemaLocation.of(SchemaId.V202012));
    Set<String> names = new TreeSet<>();
    for (var schema : api.path("components").path("schemas").properties()) {
      assertThat(meta.validate(schema.getValue())).as(schema.getKey()).isEmpty();
      names.add("#/components/schemas/" + schema.getKey());
    }
    assertThat(new TreeSet<>(api.findValuesAsText("$ref"))).isEqualTo(names);
  }

  @Test
  @DisplayName("names every path of the Action table, and no other Action")
  void namesAllActions() {
    // An upload and a ticket are no Actions: they prepare one, or let what is granted be seen;
    // and a report is for the operator, who is no Process.
    Set<String> wanted =
        new TreeSet<>(Set.of("/api/v2.2/data", "/api/v2.2/live/tickets", "/api/v2.2/reports"));
    for (Edition edition : Edition.values()) {
      for (Action action : Action.values()) {
        action.path(edition).ifPresent(path -> wanted.add("/api/" + path));
      }
    }
    Set<String> posts = new TreeSet<>();
    for (var path : api.path("paths").properties()) {
      if (path.getKey().startsWith("/api/v") && path.getValue().has("post")) {
        posts.add(path.getKey());
      }
    }
    assertThat(posts).isEqualTo(wanted);
  }

  @Test
  @DisplayName(
      "says what is really asked and answered, well or not, on every path but the Actions'")
  void tellsTheTruth() throws Exception {
    var document = new ApiDocument(api);
    var say = new Speaker(document);
    String recovery = node.register("Anna").header("MMM-Recovery-Code");
    String anna = node.token("Anna");
    String seller = node.token("Seller");
    String operator = node.operator();

    String add =
        "{\"sourceProcessID\":\"Seller\",\"complements\":{\"Nil\":\"Room1\",\"At\":\"%s\"}}";
    say.act("v2.2/locate/mm-add", seller, "1", add.formatted("Parcel1"), 200);
    say.act("v2.2/locate/mm-add", seller, "2", add.formatted("Nowhere"), 404);
    say.act("v2.2/locate/mm-add", anna, "3", add.formatted("MVS"), 403);
    say.act("v2.2/locate/mm-add", "", "4", add.formatted("MVS"), 401);
    say.act("v2.2/locate/mm-add", seller, "", add.formatted("MVS"), 400);
    say.act("v2.2/locate/mm-add", seller, "5", add.replace("Nil", "Nihil"), 422);
    say.act("v2.2/locate/mm-add", seller, "6", "[".repeat(70_000), 413);
    String enters = add.replace("Seller", "Anna").replace("Room1", "Anna-Persona");
    say.act("v1.2/locate/mm-embed", anna, "7", enters.formatted("Room1"), 403);
    say.act("v1.2/locate/mm-embed", anna, "8", enters.formatted("MVS"), 200);
    String again =
        "{\"sourceProcessID\":\"human of"
            + " Anna\",\"complements\":{\"With\":[{\"FirstName\":\"A\"}]}}";
    say.act("v2.2/identity/register", "", "9", again, 409);
    String message =
        "{\"sourceProcessID\":\"Anna\",\"complements\":%s}"
            .formatted(LiveNode.saying("Seller", "hello"));
    say.act("v2.2/communicate/mm-send", anna, "10", message, 200);

    say.get("/api/v2.2/items?limit=3", operator, 200);
    say.get("/api/v2.2/items?limit=0", operator, 400);
    for (String id : List.of("Room1", "Parcel1", "MVS", "Anna-Persona", "Message-hello")) {
      say.get("/api/v2.2/items/" + id, operator, 200);
      say.get("/api/v2.2/items/" + id + "/rights", operator, 200);
    }
    say.get("/api/v2.2/items/Room1", anna, 403);
    say.get("/api/v2.2/items/Nothing", anna, 404);
    say.get("/api/v2.2/items/Message-hello/data", anna, 200);
    String look = "/api/v2.2/live/models/Anna-Persona";
    String there = "?room=MVS&persona=Anna-Persona";
    say.get(look + there, anna, 200);
    say.get(look + "?room=Room1", anna, 403);
    say.get(look, anna, 400);
    say.get(look + "/data" + there, anna, 404);
    String robot =
        add.replace("Seller", "Anna")
            .replace("Room1", "Anna-Persona")
            .replaceFirst(
                "\"At\":.*",
                "\"With\":[{\"Header\":\"OSD-3DO-V1.5\",\"3DModelObjectData\":[{\"DataURI\":\"%s\"}]}]}}");
    String uri = ModelsTest.uri(ModelsTest.upload(node, "Anna", ModelsTest.figure("robot")));
    say.act("v2.2/locate/property-change", anna, "11", robot.formatted(uri), 200);
    say.get(look + "/data" + there, anna, 200);
    String report = "{\"about\":\"%s\",\"at\":\"MVS\",\"words\":\"too loud\"}";
    say.act("v2.2/reports", anna, "12", report.formatted("Seller"), 200);
    say.act("v2.2/reports", anna, "12", report.formatted("Room1"), 409);
    say.act("v2.2/reports", anna, "13", report.formatted("Nobody"), 404);
    say.act("v2.2/reports", anna, "", report.formatted("Seller"), 400);
    say.act("v2.2/reports", seller, "14", report.formatted("Anna"), 403);
    say.get("/api/v2.2/processes", anna, 200);
    say.get("/api/v2.2/processes/Anna", anna, 200);
    say.get("/api/v2.2/processes/Seller", anna, 200);
    say.get("/api/v2.2/processes/Anna/rights", anna, 200);
    say.get("/api/v2.2/processes/Anna/capabilities", anna, 200);
    say.get("/api/v2.2/processes/Seller/capabilities", anna, 403);
    say.get("/api/v2.2/processes/Anna/activity", anna, 200);
    say.get("/api/v2.2/processes/Seller/activity", anna, 403);
    say.get("/api/v2.2/processes/RGSrvc/activity", operator, 200);
    say.get("/api/v2.2/m-instance/capabilities", "", 200);
    for (String open : List.of("/", "/docs", "/docs/swagger-ui.css", "/openapi.json", "/metrics")) {
      say.get(open, "", 200);
    }
    say.get("/docs/nothing", "", 404);
    say.get("/device/app.js", anna, 200);
    say.get("/device/nothing.js", anna, 404);
    say.get("/health/live", "", 200);
    say.get("/health/ready", "", 200);
    assertThat(node.client().get("/admin/node", operator).status()).isEqualTo(404);
    String login = "{\"humanID\":\"human of Anna\",\"recoveryCode\":\"%s\"}".formatted(recovery);
    say.send("POST", "/api/session", "", login, 200);
    say.send("POST", "/api/session", "", login.replace("Code\":\"", "Code\":\"x"), 401);
    String password = login.replace("}", ",\"newPassword\":\"correct horse\"}");
    say.send("POST", "/api/password", "", password, 204);
    say.send("POST", "/api/password", "", password.replace("Code\":\"", "Code\":\"x"), 401);
    say.send("POST", "/api/token", operator, "{\"processID\":\"Seller\"}", 200);
    say.send("POST", "/api/token", operator, "{\"processID\":\"Anna\"}", 403);
    String account =
        node.client().get("/api/v2.2/processes/Anna", anna).json().path("accountID").asText();
    say.get("/api/account/" + account + "/export", anna, 200);
    say.send("DELETE", "/api/account/" + account, seller, "", 403);
    say.send("DELETE", "/api/account/" + account, anna, "", 204);
    say.send("DELETE", "/api/session", anna, "", 204);
    say.send("DELETE", "/api/session", anna, "", 401);

    Set<String> unsaid = new TreeSet<>();
    for (var path : api.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        String one = operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey();
        boolean action = one.startsWith("POST /api/v");
        if (!action && !document.seen().contains(one)) unsaid.add(one);
      }
    }
    assertThat(unsaid).isEmpty();
  }

  /** Asks the node, and holds each answer against the document. */
  private record Speaker(ApiDocument document) {
    void act(String path, String token, String key, String body, int status) throws Exception {
      var answer = node.client().act(path, token, key.isEmpty() ? "" : "said-" + key, body);
      assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
      document.check("POST", "/api/" + path, body, answer);
    }

    void get(String path, String token, int status) throws Exception {
      send("GET", path, token, "", status);
    }

    void send(String method, String path, String token, String body, int status) throws Exception {
      var answer = node.client().send(method, path, token, "", body);
      assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
      document.check(method, path, body, answer);
    }
  }
}
