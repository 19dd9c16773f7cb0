package org.mmm.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;

/** Starts Java programs whose output goes to a file. */
public final class Programs {
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private Programs() {}

  /**
   * Starts one in a session of its own where that can be had, so that a Ctrl-C in the terminal is
   * heard by the supervisor alone, which stops all others in order.
   *
   * @param words what follows {@code java}
   */
  public static Process start(List<String> words, Map<String, String> environment, Path log) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      command.add(SETSID.toString());
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(words);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot start a process: " + e.getMessage(), e);
    }
  }
}
