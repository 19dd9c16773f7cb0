package org.mmm.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts commands as a shell does, with what they print kept in files of the given directory. */
final class Shell {
  private static final long LIMIT_SECONDS = 120;

  private final Path directory;
  private final Map<String, String> environment;
  private int started;

  Shell(Path directory, Map<String, String> environment) {
    this.directory = directory;
    this.environment = environment;
  }

  /** What a command did: its exit code, and what it printed. */
  record Outcome(int exit, String out, String err) {}

  /** A command that was started and may still run. */
  record Running(Process process, Path out, Path err) {
    String errSoFar() throws IOException {
      return Files.readString(err);
    }

    Outcome outcome() throws IOException, InterruptedException {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(
            "still running after " + LIMIT_SECONDS + " s, having said: " + Files.readString(err));
      }
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }
  }

  Running start(String... command) throws IOException {
    started++;
    var out = directory.resolve("out-" + started);
    var err = directory.resolve("err-" + started);
    var builder =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    return new Running(builder.start(), out, err);
  }

  Outcome run(String... command) throws IOException, InterruptedException {
    return start(command).outcome();
  }

  /** Writes a program that the shell can find. */
  static void program(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
