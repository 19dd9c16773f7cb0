package org.mmm.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What the operator of two nodes sees")
@TestMethodOrder(OrderAnnotation.class)
class TopIT {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int FAILED = 1;

  @TempDir static Path directory;
  private static LocalCluster cluster;
  private static Cli cli;

  @BeforeAll
  static void start() throws Exception {
    cluster = LocalCluster.start(directory, 2);
    cli = new Cli(directory.resolve("operator")); // where the start noted the nodes
  }

  @AfterAll
  static void stop() throws Exception {
    cluster.close();
  }

  @Test
  @Order(1)
  @DisplayName("is both nodes, with what was done at either, whichever is asked")
  void top() throws Exception {
    new HttpStory(cluster.url(1)).registers("Anna", "{\"FirstName\": \"Anna\"}");
    new HttpStory(cluster.url(2)).registers("Bert", "{\"FirstName\": \"Bert\"}");
    for (String context : List.of("node1", "node2")) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                Map<String, JsonNode> nodes = figures(context);
                Set<String> settings = new TreeSet<>();
                assertThat(nodes.keySet()).containsExactly("node1", "node2");
                for (JsonNode figures : nodes.values()) {
                  assertThat(figures.at("/journal/kind").asText()).isEqualTo("cassandra");
                  assertThat(figures.at("/state/leaseHeld").asBoolean()).isTrue();
                  assertThat(figures.at("/state/members")).hasSize(2);
                  assertThat(figures.at("/state/living")).hasSize(2);
                  assertThat(figures.at("/state/notReady")).isEmpty();
                  assertThat(shards(figures)).isPositive();
                  settings.add(figures.at("/state/settings").asText());
                }
                assertThat(settings).hasSize(1);
              });
    }
  }

  @Test
  @Order(2)
  @DisplayName("is one set of tables after another in a pipe, without a trace of a terminal")
  void pipe() throws Exception {
    Cli.Said said = cli.says("top", "--count", "2", "--every", "500ms", "--context", "node1");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out().lines().filter(line -> line.startsWith("NODE "))).hasSize(2);
    assertThat(said.out()).contains("node1", "node2", "ready").doesNotContain("\u001b");
  }

  @Test
  @Order(3)
  @DisplayName("is live at a terminal, until q is pressed")
  void live() throws Exception {
    Cli.Said said = cli.atTerminal("q", "top", "--context", "node1");
    assertThat(said.exit()).as(said.out()).isZero();
    assertThat(said.out()).contains("node1", "node2", "ready");
  }

  @Test
  @Order(4)
  @DisplayName("is a clean bill of health when all is well")
  void doctor() throws Exception {
    Cli.Outcome found = cli.json("doctor", "--context", "node2");
    assertThat(found.exit()).as(found.rows() + found.err()).isZero();
    Map<String, String> states = new TreeMap<>();
    for (JsonNode check : found.rows().get(0).path("checks")) {
      assertThat(check.path("level").asText()).as(check.toString()).isNotEqualTo("fail");
      states.put(check.path("check").asText(), check.path("state").asText());
    }
    assertThat(states)
        .containsEntry("one cluster", "2 members")
        .containsEntry("Cassandra", "answers every node")
        .containsEntry("lease", "held")
        .containsKeys("settings", "versions", "clocks of the nodes", "disk of node1");
  }

  @Test
  @Order(5)
  @DisplayName("is that a node does not answer, while it does not, and the way out")
  void silence() throws Exception {
    cluster.pause(2);
    try {
      await()
          .atMost(PATIENCE)
          .until(() -> cli.json("top", "--once", "--context", "node1"), TopIT::oneIsSilent);
      Cli.Outcome found = cli.json("doctor", "--context", "node1");
      assertThat(found.exit()).isEqualTo(FAILED);
      assertThat(found.rows().get(0).path("checks"))
          .anySatisfy(
              check -> {
                assertThat(check.path("level").asText()).isEqualTo("fail");
                assertThat(check.path("wayOut").asText()).isNotBlank();
              });
    } finally {
      cluster.resume(2);
    }
  }

  private static boolean oneIsSilent(Cli.Outcome top) {
    assertThat(top.exit()).as(top.err()).isZero();
    List<Boolean> answered = new ArrayList<>();
    for (JsonNode node : top.rows().get(0).path("nodes")) {
      answered.add(node.path("answered").asBoolean());
    }
    return answered.contains(false) && answered.contains(true);
  }

  private static Map<String, JsonNode> figures(String context)
      throws IOException, InterruptedException {
    Cli.Outcome top = cli.json("top", "--once", "--context", context);
    assertThat(top.exit()).as(top.err()).isZero();
    Map<String, JsonNode> byName = new TreeMap<>();
    for (JsonNode node : top.rows().get(0).path("nodes")) {
      byName.put(node.at("/figures/node").asText(), node.path("figures"));
    }
    return byName;
  }

  private static int shards(JsonNode figures) {
    int sum = 0;
    for (JsonNode kind : figures.path("entities")) sum += kind.path("shards").asInt();
    return sum;
  }
}
