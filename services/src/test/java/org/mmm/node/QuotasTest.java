package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over sockets, many at once, on a real journal. */
@DisplayName("The quotas of a world file")
class QuotasTest {
  @TempDir Path directory;

  @Test
  void boundWhatAnAccountOwnsHoweverManyRequestsMeetAndAlsoAfterARestart() throws Exception {
    Path world = directory.resolve("small.yaml");
    Files.writeString(
        world,
        """
        mInstance: MI1
        mEnvironment: ME1
        quotas: {itemsPerAccount: 8, placesPerAccount: 2}
        """);
    List<String> words =
        List.of(
            "--data",
            directory.resolve("data").toString(),
            "--port",
            "0",
            "--world",
            world.toString());
    String user;
    String token;
    try (Node node = Node.start(words)) {
      Client client = new Client(node.url());
      String tokens =
          client
              .act(
                  "v2.2/identity/register",
                  "",
                  "register",
                  "{\"sourceProcessID\":\"anna\",\"complements\":{\"With\":[{\"FirstName\":\"A\"}]}}")
              .header("MMM-Tokens")
              .split(",")[0];
      user = tokens.split("=")[0];
      token = tokens.substring(user.length() + 1);

      assertThat(makes(client, user, token, 6, "room", "\"Header\": \"MMM-ROM-V2.2\""))
          .as("Rooms made of 6")
          .isEqualTo(2);
      // The Persona and the Account Item of the registration are two, the Rooms two.
      assertThat(makes(client, user, token, 12, "model", "\"Header\": \"OSD-3DO-V1.5\""))
          .as("Items made of 12")
          .isEqualTo(4);
    }
    try (Node node = Node.start(words)) {
      var more =
          author(new Client(node.url()), user, token, "more", "\"Header\": \"OSD-3DO-V1.5\"");
      assertThat(more.status()).isEqualTo(403);
      assertThat(more.code()).isEqualTo("InsRights");
      JsonNode line = more.json().path("derivation").path(0);
      assertThat(line.path("decision").asText()).isEqualTo("refuses");
      assertThat(line.path("sentence").asText()).contains("the Rule itemsPerAccount", "at most 8");
    }
  }

  private static long makes(
      Client client, String user, String token, int times, String key, String item)
      throws Exception {
    List<CompletableFuture<Client.Answer>> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      String own = key + i;
      all.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return author(client, user, token, own, item);
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              }));
    }
    long made = 0;
    for (var one : all) {
      var answer = one.get();
      assertThat(answer.status()).as(answer.response().body()).isIn(201, 403);
      if (answer.status() == 201) made++;
    }
    return made;
  }

  private static Client.Answer author(
      Client client, String user, String token, String key, String item) throws Exception {
    String body =
        "{\"sourceProcessID\": \"" + user + "\", \"complements\": {\"With\": [{" + item + "}]}}";
    return client.act("v2.2/item/author", token, key, body);
  }
}
