package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What a human has at a node: a way in, and the data")
class AccountsTest {
  private static final String OLD = "correct horse battery staple";
  private static final String NEW = "Zwölf Boxkämpfer";

  /** Bounds the tries of one human; the test tries that often. */
  private static final int TRIES = 12;

  @TempDir static Path directory;
  private static Path data;
  private static Path config;

  private static Node node;
  private static Client client;

  @BeforeAll
  static void start() throws IOException {
    data = directory.resolve("data");
    config =
        Files.writeString(
            directory.resolve("mmm.conf"), "mmm.edge.sessions-per-hour = " + TRIES + "\n");
    node = open();
    client = new Client(node.url());
  }

  private static Node open() {
    return Node.start(
        List.of("--data", data.toString(), "--port", "0", "--config", config.toString()));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void letsAHumanInByThePasswordThatWasGivenWithRegister() throws Exception {
    var registered = register("anna", OLD);
    assertThat(registered.status()).isEqualTo(201);
    assertThat(registered.response().body()).doesNotContain("assword", "argon2");
    var in = session("anna", "password", OLD);
    assertThat(in.status()).as(in.response().body()).isEqualTo(200);
    String process = registered.header("MMM-Tokens").split("=", 2)[0];
    assertThat(in.header("MMM-Tokens")).contains(process + "=v1.");
    assertThat(session("anna", "password", OLD.toUpperCase(java.util.Locale.ROOT)).status())
        .isEqualTo(401);
    String code = registered.header("MMM-Recovery-Code");
    assertThat(session("anna", "recoveryCode", code).status()).isEqualTo(200);
    assertThat(session("anna", "password", code).status()).isEqualTo(401);
    assertThat(session("anna", "recoveryCode", OLD).status()).isEqualTo(401);
    assertThat(filesThatContain(OLD)).isEmpty();
  }

  @Test
  void changesThePasswordForTheOldOneOrTheRecoveryCode() throws Exception {
    String code = register("bruno", "").header("MMM-Recovery-Code");
    assertThat(change("bruno", "password", "", OLD).status()).isEqualTo(400);
    assertThat(change("bruno", "password", OLD, OLD).status()).isEqualTo(401);
    assertThat(change("bruno", "recoveryCode", code, OLD).status()).isEqualTo(204);
    assertThat(session("bruno", "password", OLD).status()).isEqualTo(200);
    assertThat(change("bruno", "password", OLD, NEW).status()).isEqualTo(204);
    assertThat(session("bruno", "password", OLD).status()).isEqualTo(401);
    assertThat(session("bruno", "password", NEW).status()).isEqualTo(200);
    assertThat(change("bruno", "password", NEW, "short").status()).isEqualTo(400);
  }

  @Test
  void tellsTheSameOfAHumanWhoIsUnknownAsOfAPasswordThatIsWrong() throws Exception {
    register("clara", OLD);
    var wrong = session("clara", "password", NEW);
    var nobody = session("nobody", "password", NEW);
    assertThat(nobody.status()).isEqualTo(401).isEqualTo(wrong.status());
    assertThat(nobody.json()).isEqualTo(wrong.json());
  }

  @Test
  void boundsTheTriesAlsoOfWhoKnowsThePasswordInTheEnd() throws Exception {
    register("dora", OLD);
    for (int i = 0; i < TRIES; i++) {
      assertThat(session("dora", "password", "guess number " + i).status()).isEqualTo(401);
    }
    var late = session("dora", "password", OLD);
    assertThat(late.status()).isEqualTo(429);
    assertThat(late.header("Retry-After")).matches("[0-9]+");
    assertThat(change("dora", "password", OLD, NEW).status()).isEqualTo(429);
  }

  @Test
  void refusesWhatIsNoPasswordWithoutRepeatingIt() throws Exception {
    for (String bad : List.of("seven77", "x".repeat(129))) {
      var refused = register("emil", bad);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.response().body()).contains("8 to 128").doesNotContain(bad);
    }
    var garbled =
        client.send(
            "POST",
            "/api/v2.2/identity/register",
            "",
            "emil-garbled",
            profile("emil"),
            Map.of("MMM-Password", "not*base64"));
    assertThat(garbled.status()).isEqualTo(400);
    assertThat(garbled.response().body()).contains("base64").doesNotContain("not*");
  }

  @Test
  void handsOutAllDataAndErasesThemForGood() throws Exception {
    var registered = register("frida", OLD);
    String user = registered.header("MMM-Tokens").split("=", 2)[0];
    String token = registered.header("MMM-Tokens").split(",", 2)[0].substring(user.length() + 1);
    String account = registered.json().path("complements").path("Nil").asText();
    String said =
        "{\"sourceProcessID\":\"%s\",\"complements\":{\"Nil\":\"Frida-says\",\"To\":\"%s\","
            + "\"With\":[{\"Header\":\"MMM-MSG-V2.2\","
            + "\"MessageData\":[{\"MessageData\":\"my secret garden\"}]}]}}";
    assertThat(
            client
                .act("v2.2/communicate/mm-send", token, "s1", said.formatted(user, user))
                .status())
        .isEqualTo(200);

    JsonNode mine = export(account, token);
    assertThat(mine.path("accountID").asText()).isEqualTo(account);
    assertThat(mine.path("account").path("item").path("HumanID").asText()).isEqualTo("frida");
    assertThat(mine.path("personalProfile").path("FirstName").asText()).isEqualTo("frida-first");
    assertThat(mine.path("processes").findValuesAsText("processID")).contains(user).hasSize(2);
    JsonNode first = mine.path("processes").get(0);
    assertThat(first.path("rights").size()).isPositive();
    assertThat(first.path("activity").path("entries").findValuesAsText("action"))
        .contains("MM-Send");
    assertThat(first.path("messages").toString()).contains("my secret garden");
    assertThat(first.path("items").findValuesAsText("dataType")).contains("Message", "Persona");
    assertThat(first.path("items").toString()).contains("my secret garden");
    assertThat(mine.toString()).doesNotContain("argon2id", "tokenId");

    String other = register("gerd", "").header("MMM-Tokens").split(",")[0].split("=", 2)[1];
    assertThat(client.get("/api/account/" + account + "/export", other).status()).isEqualTo(403);
    assertThat(client.send("DELETE", "/api/account/" + account, other, "", "").status())
        .isEqualTo(403);
    assertThat(client.send("DELETE", "/api/account/" + account, token, "", "").status())
        .isEqualTo(204);

    isErased(export(account, token));
    node.close(); // what is left is the journal
    node = open();
    client = new Client(node.url());
    isErased(export(account, token));
    isErased(export(account, Files.readString(data.resolve("operator.token")).strip()));
    assertThat(client.get("/api/v2.2/items/Frida-says", token).json().path("item").toString())
        .contains("Erased")
        .doesNotContain("garden");
  }

  private static void isErased(JsonNode exported) {
    assertThat(exported.toString()).doesNotContain("frida-first", "my secret garden");
    assertThat(exported.has("personalProfile")).isFalse();
    assertThat(exported.path("accountID").asText()).startsWith("Account-");
  }

  private static JsonNode export(String account, String token) throws Exception {
    var answer = client.get("/api/account/" + account + "/export", token);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.json();
  }

  private static String profile(String human) {
    return "{\"sourceProcessID\":\"%s\",\"complements\":{\"With\":[{\"FirstName\":\"%s-first\"}]}}"
        .formatted(human, human);
  }

  private static Client.Answer register(String human, String password) throws Exception {
    byte[] utf8 = password.getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers =
        password.isEmpty()
            ? Map.of()
            : Map.of("MMM-Password", Base64.getEncoder().encodeToString(utf8));
    return client.send(
        "POST", "/api/v2.2/identity/register", "", human + "-1", profile(human), headers);
  }

  private static Client.Answer session(String human, String by, String secret) throws Exception {
    ObjectNode body = new ObjectMapper().createObjectNode();
    body.put("humanID", human).put(by, secret);
    return client.send("POST", "/api/session", "", "", body.toString());
  }

  private static Client.Answer change(String human, String by, String secret, String password)
      throws Exception {
    ObjectNode body = new ObjectMapper().createObjectNode();
    body.put("humanID", human).put(by, secret).put("newPassword", password);
    return client.send("POST", "/api/password", "", "", body.toString());
  }

  private static List<Path> filesThatContain(String text) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      return files.filter(Files::isRegularFile).filter(file -> contains(file, text)).toList();
    }
  }

  private static boolean contains(Path file, String text) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
