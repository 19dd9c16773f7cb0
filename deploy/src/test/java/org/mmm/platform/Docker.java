package org.mmm.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command {@code docker}, as the environment sets it up. */
final class Docker {
  private static final long LIMIT_SECONDS = 240;

  private final Path directory;

  Docker(Path directory) {
    this.directory = directory;
  }

  /** What a command did. */
  record Outcome(int exit, String out, String err) {}

  boolean answers() throws InterruptedException {
    try {
      return run("info").exit() == 0;
    } catch (IOException notInstalled) {
      return false;
    }
  }

  Outcome run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(words));
    Path out = Files.createTempFile(directory, "docker", ".out");
    Path err = Files.createTempFile(directory, "docker", ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new IOException(command + " did not end within " + LIMIT_SECONDS + " s");
    }
    return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** What it prints; fails with what it says if it fails. */
  String must(String... words) throws IOException, InterruptedException {
    Outcome outcome = run(words);
    if (outcome.exit() != 0) {
      throw new AssertionError("docker " + String.join(" ", words) + ": " + outcome.err());
    }
    return outcome.out();
  }
}
