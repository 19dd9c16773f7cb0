package org.mmm.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** More rounds: {@code -Dmmm.rounds=10}; the same again: {@code -Dmmm.seed=...}. */
@DisplayName("Two M-Instances of which one or both are killed while an Item is handed over")
class HandOverKillIT {
  private static final int LONGEST_MILLIS = 150;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path directory;

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void haveOneOwnerBetweenThem() throws Exception {
    long seed = Long.getLong("mmm.seed", System.nanoTime());
    int rounds = Integer.getInteger("mmm.rounds", 3);
    Random random = new Random(seed);
    try (NodeProcess alpha = NodeProcess.federated(directory.resolve("alpha"));
        NodeProcess beta = NodeProcess.federated(directory.resolve("beta"))) {
      allow(alpha, beta.id());
      allow(beta, alpha.id());
      HttpStory anna = new HttpStory(alpha.url());
      HttpStory bob = new HttpStory(beta.url());
      anna.registers("human of Anna", profile("Anna"));
      bob.registers("human of Bob", profile("Bob"));
      for (int round = 0; round < rounds; round++) {
        List<NodeProcess> victims =
            List.of(List.of(alpha), List.of(beta), List.of(alpha, beta)).get(round % 3);
        long after = random.nextInt(LONGEST_MILLIS);
        try {
          handedOver(round, anna, bob, alpha, beta, victims, after);
        } catch (AssertionError | org.awaitility.core.ConditionTimeoutException e) {
          throw new AssertionError(
              "round "
                  + round
                  + ", killed after "
                  + after
                  + " ms, seed "
                  + seed
                  + ": "
                  + e
                  + "\nwaiting at beta: "
                  + letters(beta, alpha.id()),
              e);
        }
      }
    }
  }

  private static void handedOver(
      int round,
      HttpStory anna,
      HttpStory bob,
      NodeProcess alpha,
      NodeProcess beta,
      List<NodeProcess> victims,
      long after)
      throws Exception {
    var made =
        anna.does(
            "Anna",
            "v2.2/item/author",
            "{\"With\": [{\"Header\": \"MMM-ASS-V2.2\", \"Name\": \"Thing " + round + "\"}]}");
    String item = nil(made.is(201, "Ack"));
    anna.does("Anna", "v2.2/economy/post", "{\"Nil\": \"" + item + "\"}").is(200, "Ack");
    String wanted =
        "{\"Nil\": \"%s@%s\", \"From\": \"Anna@%s\"}".formatted(item, alpha.id(), alpha.id());
    String key = "buys-" + round;
    CompletableFuture<Void> asked =
        CompletableFuture.runAsync(
            () -> {
              try {
                bob.does("Bob", "v2.2/economy/transact", wanted, key);
              } catch (Exception lost) {
                // It is asked again below, under the same key.
              }
            });
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(after)); // anywhere in the exchange
    for (NodeProcess victim : victims) victim.kill();
    for (NodeProcess victim : victims) victim.restart();
    asked.join();
    String[] there = {""};
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptionsInstanceOf(java.io.IOException.class)
        .until(
            () -> {
              var told = bob.does("Bob", "v2.2/economy/transact", wanted, key);
              if (List.of(429, 503, 504).contains(told.status())) return false;
              there[0] = nil(told.is(201, "Ack"));
              return true;
            });
    JsonNode its = shown(beta, there[0]);
    assertThat(its.path("owner").asText()).isEqualTo("Bob");
    assertThat(its.path("item").path("Receipts").path(0).path("item").asText())
        .isEqualTo(item + "@" + alpha.id());
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> shown(alpha, item).path("handedOver").path("settled").asBoolean());
    assertThat(shown(alpha, item).path("owner").asText()).isEqualTo("Bob@" + beta.id());
    assertThat(ofBob(beta)).as("Assets of Bob, one for each round").isEqualTo(round + 1);
    anna.does("Anna", "v2.2/locate/mm-add", "{\"Nil\": \"" + item + "\", \"At\": \"MM-Square\"}")
        .is(403, "InsRights");
  }

  private static int ofBob(NodeProcess at) throws Exception {
    return get(at, "/api/v2.2/items?dataType=Asset&owner=Bob&limit=100").path("items").size();
  }

  private static JsonNode shown(NodeProcess at, String item) throws Exception {
    return get(at, "/api/v2.2/items/" + item);
  }

  private static JsonNode get(NodeProcess at, String path) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(path.startsWith("/") ? at.url() + path : path))
            .header("Authorization", "Bearer " + operator(at))
            .build();
    return HttpStory.JSON.readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private static void allow(NodeProcess at, String peer) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(operatorUrl(at) + "/admin/peers/" + peer))
            .header("Authorization", "Bearer " + operator(at))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"standing\": \"allowed\"}"))
            .build();
    var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static String letters(NodeProcess at, String peer) throws Exception {
    return get(at, operatorUrl(at) + "/admin/peers/" + peer + "/letters").toString();
  }

  private static String operatorUrl(NodeProcess at) throws Exception {
    return HttpStory.JSON
        .readTree(Files.readString(at.data().resolve("node.json")))
        .path("operatorUrl")
        .asText();
  }

  private static String operator(NodeProcess at) throws Exception {
    return Files.readString(at.data().resolve("operator.token")).strip();
  }

  private static String nil(HttpStory.Told told) {
    return told.body().path("complements").path("Nil").asText();
  }

  private static String profile(String user) {
    return """
    {"Header": "MMM-PPR-V2.2", "PersonalProfile": {"Data": [{"FirstName": "%s"}],
     "Processes": [{"ProcessIDOrProcess": [{"ProcessID": "%s"}],
                    "PersonaIDOrPersona": [{"PersonaID": "%s-Persona"}]}]}}\
    """
        .formatted(user, user, user);
  }
}
