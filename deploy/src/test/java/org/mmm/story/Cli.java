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

  /**
   * Runs a command at a terminal of its own, at which all of that is typed before it looks.
   *
   * @return what the terminal shows
   */
  Said atTerminal(String typed, String... arguments) throws IOException, InterruptedException {
    Files.createDirectories(home);
    StringBuilder line = new StringBuilder();
    for (String word : command(List.of(arguments))) line.append('\'').append(word).append("' ");
    Path shown = Files.createTempFile(home, "terminal", ".txt");
    Process process =
        started(
            new ProcessBuilder("script", "-qec", line.toString(), "/dev/null")
                .redirectErrorStream(true)
                .redirectOutput(shown.toFile()));
    try (var keyboard = process.getOutputStream()) {
      keyboard.write(typed.getBytes(StandardCharsets.UTF_8));
      keyboard.flush();
      int code = exit(process);
      return new Said(code, Files.readString(shown), "");
    }
  }

  private Process start(Path err, List<String> arguments) throws IOException {
    Process process = started(new ProcessBuilder(command(arguments)).redirectError(err.toFile()));
    process.getOutputStream().close();
    return process;
  }

  private Process started(ProcessBuilder builder) throws IOException {
    builder.environment().put("MMM_HOME", home.resolve("mmm").toString());
    return builder.start();
  }

  private static List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(DIST.resolve("bin/mmm").toString()));
    command.addAll(arguments);
    return command;
  }

  private static int exit(Process process) throws InterruptedException {
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("mmm did not end within " + LIMIT_SECONDS + " s");
    }
    return process.exitValue();
  }
}
