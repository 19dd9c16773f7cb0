package org.mmm.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The {@code mmm} command of the assembled distribution, in a home directory of its own. */
final class Cli {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DIST = Path.of(System.getProperty("mmm.dist", "target/mmm"));
  private static final long LIMIT_SECONDS = 180;

  private final Path home;

  Cli(Path home) {
    this.home = home;
  }

  /** What a command did. */
  record Outcome(int exit, List<JsonNode> rows, String err) {}

  /** Runs a command with {@code -o json}, and reads each JSON value that it prints. */
  Outcome json(String... arguments) throws IOException, InterruptedException {
    return json(row -> {}, arguments);
  }

  /** The same; each row is shown as soon as it is printed. */
  Outcome json(Consumer<JsonNode> onRow, String... arguments)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(arguments));
    words.addAll(List.of("-o", "json"));
    Files.createDirectories(home);
    Path err = Files.createTempFile(home, "err", ".txt");
    Process process = start(err, words);
    List<JsonNode> rows = new ArrayList<>();
    try (MappingIterator<JsonNode> out =
        JSON.readerFor(JsonNode.class).readValues(process.getInputStream())) {
      while (out.hasNextValue()) {
        JsonNode row = out.nextValue();
        rows.add(row);
        onRow.accept(row);
      }
    }
    return new Outcome(exit(process), rows, Files.readString(err));
  }

  /** What a command printed, as a person reads it. */
  record Said(int exit, String out, String err) {}

  /** Runs a command as a person would. */
  Said says(String... arguments) throws IOException, InterruptedException {
    Files.createDirectories(home);
    Path err = Files.createTempFile(home, "err", ".txt");
    Process process = start(err, List.of(arguments));
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(exit(process), out, Files.readString(err));
  }

  /** A command that goes on until it is told to stop; whoever starts it does so. */
  Process goesOn(String... arguments) throws IOException {
    Files.createDirectories(home);
    return start(Files.createTempFile(home, "err", ".txt"), List.of(arguments));
  }

  private Process start(Path err, List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dmmm.dist=" + DIST.toAbsolutePath(),
                "-cp",
                DIST.resolve("lib") + "/*",
                "org.mmm.cli.Main"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    builder.environment().put("MMM_HOME", home.resolve("mmm").toString());
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private static int exit(Process process) throws InterruptedException {
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("mmm did not end within " + LIMIT_SECONDS + " s");
    }
    return process.exitValue();
  }
}
