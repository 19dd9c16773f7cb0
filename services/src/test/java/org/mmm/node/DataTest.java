package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over sockets, on a real data directory. */
@DisplayName("Data that is too large to stand in an Item")
class DataTest {
  private static final int LARGEST = 1 << 20;
  private static final byte[] WHALE = random(200_000);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Config LOCAL =
      ConfigFactory.parseString("pekko.actor.provider = local").withFallback(ConfigFactory.load());

  @TempDir Path directory;
  private Node node;
  private Client client;
  private Visitor anna;
  private Visitor bruno;

  /** A User and its token. */
  private record Visitor(String id, String token) {}

  @BeforeEach
  void start() throws Exception {
    Files.writeString(
        directory.resolve("small.conf"),
        "mmm.journal.max-blob-size = " + LARGEST + "\nmmm.edge.upload-rate = 1\n");
    open();
    anna = register("anna");
    bruno = register("bruno");
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private void open() {
    node =
        Node.start(
            List.of(
                "--data",
                directory.resolve("data").toString(),
                "--port",
                "0",
                "--config",
                directory.resolve("small.conf").toString()));
    client = new Client(node.url());
  }

  @Test
  void isReadBackByteForByteAlsoAfterTheNodeHasStartedAgain() throws Exception {
    String item = author(anna, uri(upload(anna, WHALE)));

    assertThat(data(anna, item, "").body()).isEqualTo(WHALE);
    node.close();
    open();
    assertThat(data(anna, item, "").body()).isEqualTo(WHALE);
    assertThat(data(anna, item, "?part=1").statusCode()).isEqualTo(404);
  }

  @Test
  void isReadByWhoMayReadTheItemAndByNobodyElse() throws Exception {
    String item = author(anna, uri(upload(anna, WHALE)));

    assertThat(data(bruno, item, "").statusCode()).isEqualTo(403);
    var sent =
        client.act(
            "v2.2/communicate/mm-send",
            anna.token(),
            "send",
            "{\"sourceProcessID\":\"%s\",\"complements\":{\"Nil\":\"%s\",\"To\":\"%s\"}}"
                .formatted(anna.id(), item, bruno.id()));
    assertThat(sent.status()).as(sent.response().body()).isEqualTo(200);
    assertThat(data(bruno, item, "").body()).isEqualTo(WHALE);
  }

  @Test
  void isNamedOnlyByWhoHasUploadedIt() throws Exception {
    String uri = uri(upload(anna, WHALE));

    var stolen = authoring(bruno, uri);
    assertThat(stolen.status()).isEqualTo(404);
    assertThat(stolen.response().body()).contains("has uploaded", "/api/v2.2/data");
    assertThat(authoring(anna, uri.replace(":200000", ":200001")).status()).isEqualTo(404);
  }

  @Test
  void isSweptUnlessAnItemNamesIt() throws Exception {
    String kept = author(anna, uri(upload(anna, WHALE)));
    byte[] other = random(70_000);
    String swept = uri(upload(anna, other));

    assertThat(sweep(Duration.ofHours(1))).as("too young").isZero();
    assertThat(sweep(Duration.ofMillis(-1))).isEqualTo(1);

    assertThat(data(anna, kept, "").body()).isEqualTo(WHALE);
    assertThat(authoring(anna, swept).status()).isEqualTo(404);
    assertThat(sweep(Duration.ofMillis(-1))).isZero();
  }

  @Test
  void isSweptAgainAndAgainOnceThatIsScheduled() throws Exception {
    String kept = author(anna, uri(upload(anna, WHALE)));
    ActorSystem<Void> timer = ActorSystem.create(Behaviors.empty(), "timer", LOCAL);
    try {
      node.sweep().schedule(timer, Duration.ofMillis(100));
      for (int length : List.of(70_000, 80_000)) {
        String swept = uri(upload(anna, random(length)));
        await().atMost(PATIENCE).until(() -> tried(anna, swept).status() == 404);
      }
      assertThat(data(anna, kept, "").body()).isEqualTo(WHALE);
    } finally {
      timer.terminate();
      timer.getWhenTerminated().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void hasAsManyBytesAsTheSettingSaysAndIsTakenFromProcessesOnly() throws Exception {
    assertThat(upload(anna, random(LARGEST)).statusCode()).isEqualTo(200);
    assertThat(upload(anna, random(LARGEST + 1)).statusCode()).isEqualTo(413);
    assertThat(upload(new Visitor("anna", "v1.k1.x.y.1.z"), WHALE).statusCode()).isEqualTo(401);
  }

  @Test
  void comesNoFasterThanTheSettingSays() throws Exception {
    int taken = 0;
    while (upload(anna, new byte[] {1}).statusCode() == 200) {
      taken++;
      assertThat(taken).as("a minute of one a second, and what has come since").isLessThan(600);
    }
    assertThat(taken).isGreaterThanOrEqualTo(60);
    assertThat(upload(bruno, new byte[] {1}).statusCode()).isEqualTo(200);
  }

  private int sweep(Duration after) throws Exception {
    return node.sweep().run(after).toCompletableFuture().get();
  }

  private Visitor register(String human) throws Exception {
    String body =
        "{\"sourceProcessID\":\"%s\",\"complements\":{\"With\":[{\"FirstName\":\"A\"}]}}"
            .formatted(human);
    String token =
        client
            .act("v2.2/identity/register", "", "register", body)
            .header("MMM-Tokens")
            .split(",")[0];
    int end = token.indexOf('=');
    return new Visitor(token.substring(0, end), token.substring(end + 1));
  }

  private HttpResponse<String> upload(Visitor by, byte[] bytes) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(node.url() + "/api/v2.2/data"))
            .header("Authorization", "Bearer " + by.token())
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build();
    return client.http().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String uri(HttpResponse<String> uploaded) throws Exception {
    assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(200);
    return new ObjectMapper().readTree(uploaded.body()).path("DataURI").asText();
  }

  private String author(Visitor by, String uri) throws Exception {
    var made = authoring(by, uri);
    assertThat(made.status()).as(made.response().body()).isEqualTo(201);
    return made.json().path("complements").path("Nil").asText();
  }

  private Client.Answer authoring(Visitor by, String uri) throws Exception {
    return client.act("v2.2/item/author", by.token(), "author-" + uri, item(by, uri));
  }

  /** The same as a dry run, which leaves nothing behind. */
  private Client.Answer tried(Visitor by, String uri) throws Exception {
    return client.send(
        "POST",
        "/api/v2.2/item/author",
        by.token(),
        "try-" + uri,
        item(by, uri),
        Map.of("MMM-Dry-Run", "true"));
  }

  private static String item(Visitor by, String uri) {
    return """
    {"sourceProcessID": "%s", "complements": {"With": [
      {"Header": "OSD-3DO-V1.5", "3DModelObjectData": [{"DataURI": "%s"}]}]}}
    """
        .formatted(by.id(), uri);
  }

  private HttpResponse<byte[]> data(Visitor by, String item, String query) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(node.url() + "/api/v2.2/items/" + item + "/data" + query))
            .header("Authorization", "Bearer " + by.token())
            .build();
    return client.http().send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
