package org.mmm.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("bin/mmm demo, as a newcomer calls it")
class DemoIT {
  private static final Path BIN =
      Path.of(System.getProperty("mmm.dist", "target/mmm"), "bin", "mmm").toAbsolutePath();
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path directory;

  @Test
  void playsTheStoryAndLeavesNothingBehind() throws Exception {
    String out = demo();

    assertThat(out.lines().filter(line -> line.startsWith("ok "))).hasSizeGreaterThan(40);
    assertThat(out.lines().reduce((first, second) -> second)).hasValue("48 passed, 0 failed");
    try (var left = Files.list(directory.resolve("tmp"))) {
      assertThat(left.filter(path -> path.toString().contains("mmm-demo"))).isEmpty();
    }
    assertThat(nodesBelow(directory)).isEmpty();
  }

  @Test
  void keepsTheNodeIfAskedTo() throws Exception {
    String out = demo("--keep");

    JsonNode node = new ObjectMapper().readTree(Files.readString(data(out).resolve("node.json")));
    ProcessHandle kept = ProcessHandle.of(node.path("pid").asLong()).orElseThrow();
    try {
      URI url = URI.create(node.path("url").asText());
      assertThat(out).contains("48 passed, 0 failed", url.toString(), url + "/docs");
      HttpRequest ready = HttpRequest.newBuilder(url.resolve("/health/ready")).build();
      var answer = HttpClient.newHttpClient().send(ready, HttpResponse.BodyHandlers.discarding());
      assertThat(answer.statusCode()).isEqualTo(200);
    } finally {
      kept.destroy();
      kept.onExit().orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join();
    }
  }

  /** Nothing waits here: a node that is still there was not stopped by the command. */
  private static List<String> nodesBelow(Path directory) {
    await().atMost(SOON).until(() -> nodes(directory).isEmpty());
    return nodes(directory);
  }

  private static List<String> nodes(Path directory) {
    return ProcessHandle.allProcesses()
        .map(process -> String.join(" ", process.info().arguments().orElse(new String[0])))
        .filter(line -> line.contains(directory + "/tmp"))
        .toList();
  }

  private static Path data(String out) {
    Matcher line = Pattern.compile("(?m)^data +(.+)$").matcher(out);
    assertThat(line.find()).as(out).isTrue();
    return Path.of(line.group(1));
  }

  private String demo(String... more) throws Exception {
    Path tmp = Files.createDirectories(directory.resolve("tmp"));
    Path out = directory.resolve("out.txt");
    Path err = directory.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(BIN.toString(), "demo");
    builder.command().addAll(List.of(more));
    builder.environment().put("MMM_HOME", directory.resolve("home").toString());
    builder.environment().put("MMM_JAVA_OPTS", "-Djava.io.tmpdir=" + tmp);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    boolean ended = process.waitFor(180, TimeUnit.SECONDS);
    if (!ended) process.destroy();
    assertThat(ended).as("mmm demo ends").isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isZero();
    return Files.readString(out);
  }
}
