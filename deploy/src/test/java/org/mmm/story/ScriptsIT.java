package org.mmm.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The acceptance scripts, against a real node")
class ScriptsIT {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("mmm.root", ".."), "client-cli", "examples");
  private static final int TEN = 10;
  private static final int FOUR = 4;
  private static final Pattern REFUSED = Pattern.compile("=> *(\\w+)");

  @TempDir Path directory;

  @Test
  void phase0OfThePaperTenTimesOverAndFourAtOnce() throws Exception {
    try (NodeProcess node = NodeProcess.start(directory.resolve("data"))) {
      for (int i = 0; i < TEN; i++) performs(node, "phase0.mmm", "one");
      ExecutorService people = Executors.newFixedThreadPool(FOUR);
      try {
        List<Future<?>> runs = new ArrayList<>();
        for (int i = 0; i < FOUR; i++) {
          String home = "together-" + i;
          runs.add(people.submit(() -> performs(node, "phase0.mmm", home)));
        }
        for (Future<?> run : runs) run.get();
      } finally {
        people.shutdownNow();
      }
    }
  }

  @Test
  void friendsMeet() throws Exception {
    try (NodeProcess node =
        NodeProcess.start(directory.resolve("data"), "--world", "friends-meet")) {
      performs(node, "friends-meet.mmm", "friends");
    }
  }

  private Void performs(NodeProcess node, String script, String home) throws Exception {
    Path file = EXAMPLES.resolve(script);
    Cli.Outcome run =
        new Cli(directory.resolve(home)).json("run", file.toString(), "--url", node.url());
    assertThat(run.exit()).as("%s%n%s", run.rows(), run.err()).isZero();

    List<String> source = Files.readAllLines(file);
    List<JsonNode> rows = run.rows().subList(0, run.rows().size() - 1);
    assertThat(rows).hasSize(sentences(source));
    assertThat(rows.stream().map(row -> row.path("line").asInt()))
        .isSorted()
        .doesNotHaveDuplicates();
    for (JsonNode row : rows) tells(row, source);

    JsonNode last = run.rows().get(rows.size());
    assertThat(last.fieldNames()).toIterable().containsExactly("passed", "failed");
    assertThat(last.path("passed").intValue()).isEqualTo(rows.size());
    assertThat(last.path("failed").isInt()).isTrue();
    assertThat(last.path("failed").intValue()).isZero();
    return null;
  }

  /** Each field, against what the script says at that line. */
  private static void tells(JsonNode row, List<String> source) {
    assertThat(row.fieldNames())
        .toIterable()
        .containsExactly(
            "line", "sentence", "process", "action", "status", "reason", "detail", "millis");
    String sentence = row.path("sentence").textValue();
    assertThat(sentence).isNotBlank();
    String written = source.get(row.path("line").intValue() - 1);
    assertThat(plain(written)).startsWith(plain(sentence));
    String[] words = sentence.split("\\s+");
    boolean expectation = words[0].equals("expect");
    String action = row.path("action").textValue();
    if (expectation) assertThat(action).isEqualTo("expect");
    else assertThat(action).isEqualTo(words[1]);
    assertThat(row.path("process").isTextual()).isTrue();
    if (!expectation) assertThat(row.path("process").textValue()).isNotBlank();
    Matcher refused = REFUSED.matcher(written);
    boolean asRefused = refused.find();
    assertThat(row.path("status").textValue())
        .as(row.toString())
        .isEqualTo(asRefused ? "Err" : "Ack");
    assertThat(row.path("reason").textValue()).isEqualTo(asRefused ? refused.group(1) : "");
    assertThat(row.path("detail").isTextual()).isTrue();
    if (asRefused) assertThat(row.path("detail").textValue()).isNotBlank();
    assertThat(row.path("millis").isIntegralNumber()).isTrue();
    assertThat(row.path("millis").longValue()).isNotNegative();
  }

  private static int sentences(List<String> source) {
    return (int) source.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).count();
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", "");
  }
}
