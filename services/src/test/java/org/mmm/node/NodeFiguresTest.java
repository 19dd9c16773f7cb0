package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.figures.Ending;
import org.mmm.pa.Reason;

@DisplayName("The figures of a node")
class NodeFiguresTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path directory;
  private static LiveNode node;

  @BeforeAll
  static void start() throws Exception {
    node =
        LiveNode.start(
            directory.resolve("data"),
            "--config",
            LiveNode.settings(
                directory, "mmm.figures.window = 60s", "mmm.figures.shards-every = 1s"));
    node.register("Anna");
    node.says("Anna", "Seller", "hello");
    assertThat(enters("MVS")).isEqualTo(200);
    assertThat(enters("Room1")).isEqualTo(403);
  }

  private static int enters(String place) throws Exception {
    String sentence =
        "{\"sourceProcessID\":\"Anna\",\"complements\":{\"Nil\":\"Anna-Persona\",\"At\":\"%s\"}}";
    return node.client()
        .act("v1.2/locate/mm-embed", node.token("Anna"), "in-" + place, sentence.formatted(place))
        .status();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @DisplayName("name what was done, how fast, and what was refused")
  void actions() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode figures = figures();
              JsonNode embed = one(figures.path("actions"), "action", "MM-Embed");
              assertThat(embed.path("perSecond").asDouble()).isPositive();
              assertThat(embed.path("refusedPerSecond").asDouble()).isPositive();
              assertThat(embed.path("p99Millis").asDouble()).isPositive();
              assertThat(one(figures.path("actions"), "action", "MM-Send").isMissingNode())
                  .isFalse();
              assertThat(one(figures.path("refusals"), "reason", "InsRights").isMissingNode())
                  .isFalse();
              assertThat(one(figures.path("hotRooms"), "room", "MVS").isMissingNode()).isFalse();
              assertThat(figures.at("/journal/writesPerSecond").asDouble()).isPositive();
              assertThat(figures.at("/journal/writeP99Millis").asDouble()).isPositive();
            });
  }

  @Test
  @DisplayName("count its entities and shards, and tell how it stands")
  void levels() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode figures = figures();
              for (String kind : new String[] {"process", "place", "directory"}) {
                JsonNode one = one(figures.path("entities"), "kind", kind);
                assertThat(one.path("entities").asInt()).as(kind).isPositive();
                assertThat(one.path("shards").asInt()).as(kind).isPositive();
              }
            });
    JsonNode figures = figures();
    assertThat(figures.path("node").asText()).isEqualTo("node1");
    assertThat(figures.at("/journal/kind").asText()).isEqualTo("embedded");
    assertThat(figures.at("/journal/open").asBoolean()).isTrue();
    JsonNode state = figures.path("state");
    assertThat(state.path("notReady")).isEmpty();
    assertThat(state.path("leaseHeld").asBoolean()).isTrue();
    assertThat(state.path("members")).hasSize(1);
    assertThat(state.path("unreachable")).isEmpty();
    assertThat(state.path("settings").asText()).matches("[0-9a-f]{12}");
    assertThat(figures.at("/jvm/heapUsed").asLong()).isPositive();
    assertThat(figures.at("/jvm/threads").asInt()).isPositive();
    assertThat(figures.at("/disk/size").asLong()).isPositive();
    assertThat(figures.at("/edge/sessions").asInt()).isPositive();
  }

  @Test
  @DisplayName("have a word for each Reason that the standard and we have")
  void endings() {
    for (Reason reason : Reason.values()) {
      assertThat(Ending.valueOf(reason.name()).word()).isEqualTo(reason.wireName());
    }
  }

  private static JsonNode figures() {
    try {
      JsonNode all = node.operatorClient().get("/admin/figures", node.operator()).json();
      assertThat(all.path("nodes")).hasSize(1);
      assertThat(all.at("/nodes/0/answered").asBoolean()).isTrue();
      return all.at("/nodes/0/figures");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode one(JsonNode list, String field, String value) {
    for (JsonNode one : list) if (one.path(field).asText().equals(value)) return one;
    return MissingNode.getInstance();
  }
}
