package org.mmm.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Pause;
import org.mmm.local.ClusterFiles;
import org.mmm.local.ClusterState;
import org.mmm.local.Programs;
import picocli.CommandLine.Model.CommandSpec;

/** The same command once more, in the background. */
final class Detached {
  private static final String OPTION = "--detach";
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private Detached() {}

  /** Starts it and waits until its cluster is ready. */
  static ClusterState start(CommandSpec spec, ClusterFiles files, Duration within) {
    files.make();
    List<String> words = new ArrayList<>();
    String distribution = System.getProperty("mmm.dist");
    if (distribution != null) {
      words.add("-Dmmm.dist=" + distribution);
    }
    words.addAll(List.of("-Xmx128m", "-cp", System.getProperty("java.class.path")));
    words.add(Main.class.getName());
    spec.root().commandLine().getParseResult().originalArgs().stream()
        .filter(word -> !word.equals(OPTION))
        .forEach(words::add);
    fresh(files);
    Process process = Programs.start(words, Map.of(), files.supervisorLog());
    long end = System.nanoTime() + within.toNanos();
    while (System.nanoTime() - end < 0) {
      Optional<ClusterState> state =
          files.state().filter(one -> one.supervisor().pid() == process.pid());
      if (state.filter(one -> !one.nodes().isEmpty() && one.allReady()).isPresent()) {
        return state.get();
      }
      if (!process.isAlive()) {
        throw new Failure(
            exit(process.exitValue()),
            ClusterFiles.lastWord(files.supervisorLog(), "it ended; see " + files.supervisorLog()));
      }
      Pause.of(LOOK_EVERY);
    }
    process.destroy();
    throw new Failure(
        ExitCode.UNAVAILABLE,
        "not all was ready within "
            + within.toSeconds()
            + " s, and is stopped; see "
            + files.supervisorLog());
  }

  /** What an earlier one said is no reason why this one ends. */
  private static void fresh(ClusterFiles files) {
    try {
      Files.deleteIfExists(files.supervisorLog());
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot remove " + files.supervisorLog(), e);
    }
  }

  private static ExitCode exit(int code) {
    for (ExitCode exit : ExitCode.values()) {
      if (exit.code() == code && code != 0) {
        return exit;
      }
    }
    return ExitCode.FAILED;
  }
}
