package org.mmm.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A node that is killed in the middle of Phase 0")
class KillIT {
  private static final String PHASE_0 =
      Path.of(System.getProperty("mmm.root", ".."), "client-cli", "examples", "phase0.mmm")
          .toString();
  private static final int TIMES = 20;
  private static final int SENTENCES = 56;

  @TempDir Path directory;

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void losesNothingAndDoesNothingTwice() throws Exception {
    long seed = Long.getLong("mmm.seed", System.nanoTime());
    Random random = new Random(seed);
    try (NodeProcess node = NodeProcess.start(directory.resolve("data"))) {
      for (int i = 0; i < TIMES; i++) {
        int point = 1 + random.nextInt(SENTENCES);
        try {
          killedAfter(point, node, new Cli(directory.resolve("home-" + i)));
        } catch (AssertionError e) {
          throw new AssertionError(
              "round " + i + ", kill after row " + point + ", seed " + seed, e);
        }
      }
    }
  }

  private static void killedAfter(int point, NodeProcess node, Cli cli) throws Exception {
    List<JsonNode> rows = new ArrayList<>();
    Cli.Outcome cut =
        cli.json(
            row -> {
              rows.add(row);
              if (rows.size() == point) kill(node);
            },
            "run",
            PHASE_0,
            "--url",
            node.url(),
            "--retry-for",
            "0s");
    node.restart();
    List<JsonNode> performed = new ArrayList<>(cut.rows());
    if (cut.exit() != 0) {
      assertThat(cut.exit()).as("%s%n%s", cut.rows(), cut.err()).isIn(7, 8);
      Cli.Outcome resumed = cli.json("run", "--resume", "--url", node.url());
      assertThat(resumed.exit()).as("%s%n%s", resumed.rows(), resumed.err()).isZero();
      performed.addAll(resumed.rows());
    }
    for (String process : List.of("User1", "User2", "Device1")) {
      assertThat(logged(cli, node, process))
          .as("the log of %s", process)
          .isEqualTo(told(performed, process));
    }
    Cli.Outcome persona = cli.json("get", "item", "Persona2", "--url", node.url());
    assertThat(persona.rows().toString()).contains("\"at\":");
  }

  /** How often each Action of a Process was answered how, as the script was told: once per line. */
  private static Map<String, Integer> told(List<JsonNode> rows, String process) {
    Map<Integer, String> byLine = new TreeMap<>();
    for (JsonNode row : rows) {
      boolean answered =
          row.path("process").asText().equals(process)
              && !row.path("action").asText().equals("expect")
              && !List.of("Unable", "Unknown").contains(row.path("reason").asText());
      if (answered)
        byLine.put(
            row.path("line").asInt(),
            row.path("action").asText() + " " + row.path("status").asText());
    }
    Map<String, Integer> counts = new TreeMap<>();
    byLine.values().forEach(what -> counts.merge(what, 1, Integer::sum));
    return counts;
  }

  /**
   * The same, as its log has it; what it was told to do as a part of another's Action stands apart.
   */
  private static Map<String, Integer> logged(Cli cli, NodeProcess node, String process)
      throws Exception {
    Map<String, Integer> counts = new TreeMap<>();
    List<String> ids = new ArrayList<>();
    Cli.Outcome log = cli.json("log", "--of", process, "--url", node.url());
    assertThat(log.exit()).as(log.err()).isZero();
    for (JsonNode row : log.rows()) {
      for (JsonNode entry : row.isArray() ? row : List.of(row)) {
        String id = entry.path("processActionID").asText();
        boolean own =
            id.matches("PA-.*-[0-9]+") && entry.path("source").asText().equals(sourceOf(id));
        if (!own) continue;
        ids.add(id);
        counts.merge(
            entry.path("action").asText() + " " + entry.path("status").asText(), 1, Integer::sum);
      }
    }
    assertThat(ids).doesNotHaveDuplicates();
    return counts;
  }

  private static String sourceOf(String processActionId) {
    return processActionId.substring(3, processActionId.lastIndexOf('-'));
  }

  private static void kill(NodeProcess node) {
    try {
      node.kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
