package org.mmm.home;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;

/** The saved runs, one file each: {@code runs/<run>.json}. */
public final class RunFiles {
  /** More runs than this are not kept; the oldest go first. */
  static final int MAX_RUNS = 500;

  private final Path dir;

  RunFiles(Path dir) {
    this.dir = dir;
  }

  /**
   * Begins a run.
   *
   * @param header what the run is about; its first line
   */
  public RunFile create(String run, JsonNode header) {
    prune();
    PrivateFiles.write(file(run), header + "\n");
    return new RunFile(run, file(run));
  }

  /**
   * @throws Failure NOT_FOUND if there is no such run
   */
  public RunFile open(String run) {
    Path file = file(run);
    if (!Files.exists(file)) {
      throw new Failure(ExitCode.NOT_FOUND, "no run '" + run + "' in " + dir);
    }
    RunFile found = new RunFile(run, file);
    found.repair();
    return found;
  }

  /** The run changed last among those whose lines {@code wanted} accepts. */
  public Optional<RunFile> newest(Predicate<List<JsonNode>> wanted) {
    return newestFirst().stream()
        .map(file -> new RunFile(nameOf(file), file))
        .filter(run -> wanted.test(run.lines()))
        .findFirst();
  }

  private void prune() {
    List<Path> files = newestFirst();
    for (Path file : files.subList(Math.min(MAX_RUNS - 1, files.size()), files.size())) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new Failure(ExitCode.FAILED, "cannot remove the old run " + file, e);
      }
    }
  }

  private List<Path> newestFirst() {
    if (!Files.isDirectory(dir)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(dir)) {
      return files
          .filter(file -> isRun(String.valueOf(file.getFileName())))
          .sorted(Comparator.comparing(RunFiles::changed).reversed())
          .toList();
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot list the runs in " + dir, e);
    }
  }

  private static boolean isRun(String name) {
    return name.endsWith(".json") && !name.startsWith(".");
  }

  private static String nameOf(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - ".json".length());
  }

  /** A file that another command just removed counts as the oldest. */
  private static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }

  private Path file(String run) {
    if (!run.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,63}")) {
      throw new Failure(ExitCode.USAGE, "'" + run + "' is no run; a run is letters and digits");
    }
    return dir.resolve(run + ".json");
  }
}
