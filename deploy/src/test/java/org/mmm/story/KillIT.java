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
  private static final int SENTENCES = 48;

  @TempDir Path directory;

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void losesNothingAndDoesNothingTwice() throws Exception {
    long seed = Long.getLong("mmm.seed", System.nanoTime());
    Random random = new Random(seed);
    try (NodeProcess node = NodeProcess.start(directory.resolve("data"))) {
      for (int i = 0; i < TIMES; i++) {
        int point = Integer.getInteger("mmm.point", 1 + random.nextInt(SENTENCES));
        try {
          killedAfter(point, node, new Cli(directory.resolve("home-" + i)));
        } catch (AssertionError e) {
          throw new AssertionError(
              "round " + i + ", kill after row " + point + ", seed " + seed + ": " + e.getMessage(),
              e);
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
    node.kill(); // also where the script was over before
    node.restart();
    List<JsonNode> performed = new ArrayList<>(cut.rows());
    if (cut.exit() != 0) {
      assertThat(cut.exit()).as("%s%n%s", cut.rows(), cut.err()).isIn(7, 8);
      Cli.Outcome resumed = cli.json("run", "--resume", "--url", node.url());
      assertThat(resumed.exit()).as("%s%n%s", resumed.rows(), resumed.err()).isZero();
      performed.addAll(resumed.rows());
    }
    for (String process : List.of("User1", "User2", "Device1")) {
      Cli.Outcome log = cli.json("log", "--of", process, "--url", node.url());
      assertThat(logged(log, process))
          .as("the log of %s, which was told %s: %s", process, performed, log.rows())
          .isEqualTo(told(performed, process));
    }
    Cli.Outcome persona = cli.json("get", "item", "Persona2", "--url", node.url());
    assertThat(persona.rows().toString()).contains("\"at\":");
  }

  /**
   * How often a Process was answered Ack, and how often not, as the script was told: once per line.
   */
  private static Map<String, Integer> told(List<JsonNode> rows, String name) {
    Map<Integer, String> byLine = new TreeMap<>();
    for (JsonNode row : rows) {
      boolean own =
          row.path("sentence").asText().startsWith(name + " ")
              && !row.path("action").asText().equals("expect");
      if (own && surely(row)) byLine.put(row.path("line").asInt(), row.path("status").asText());
    }
    return count(byLine.values());
  }

  /** The same, as its log has it: its own Process Actions, each once; parts stand apart. */
  private static Map<String, Integer> logged(Cli.Outcome log, String name) {
    List<String> ids = new ArrayList<>();
    List<String> statuses = new ArrayList<>();
    assertThat(log.exit()).as(log.err()).isZero();
    String kind = name.replaceAll("[0-9]+$", "");
    for (JsonNode entry : log.rows()) {
      String id = entry.path("processActionID").asText();
      boolean whole = id.matches("PA-" + kind + "-[0-9a-z]+-[0-9]+");
      boolean asked =
          entry.path("position").asLong() > 0 && id.startsWith("PA-" + own(log, kind) + "-");
      boolean ordered =
          entry.path("source").asText().startsWith("Device")
              && entry.path("action").asText().equals("MU-Actuate");
      if (whole && asked && !ordered && surely(entry)) {
        ids.add(id);
        statuses.add(entry.path("status").asText());
      }
    }
    assertThat(ids).doesNotHaveDuplicates();
    return count(statuses);
  }

  /** The Process whose log it is: the one of its kind that is in every entry. */
  private static String own(Cli.Outcome log, String kind) {
    List<String> candidates = new ArrayList<>();
    for (JsonNode entry : log.rows()) candidates.add(entry.path("source").asText());
    return candidates.stream()
        .filter(c -> c.startsWith(kind + "-"))
        .filter(c -> log.rows().stream().allMatch(e -> e.toString().contains(c)))
        .findFirst()
        .orElse(kind + "-nobody");
  }

  /** Unable and unknown are no answers: they are asked again under the same key. */
  private static boolean surely(JsonNode row) {
    return !List.of("Unable", "Unknown").contains(row.path("reason").asText());
  }

  private static Map<String, Integer> count(Iterable<String> what) {
    Map<String, Integer> counts = new TreeMap<>();
    what.forEach(w -> counts.merge(w, 1, Integer::sum));
    return counts;
  }

  private static void kill(NodeProcess node) {
    try {
      node.kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
