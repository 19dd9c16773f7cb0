package org.mmm.home;

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

  public Optional<String> read(String run) {
    return PrivateFiles.read(file(run));
  }

  public void write(String run, String text) {
    PrivateFiles.write(file(run), text);
  }

  /** The text of the newest run that {@code wanted} accepts. */
  public Optional<String> newest(Predicate<String> wanted) {
    return newestFirst().stream()
        .map(file -> PrivateFiles.read(file))
        .flatMap(Optional::stream)
        .filter(wanted)
        .findFirst();
  }

  /** Removes the oldest runs beyond the bound. */
  public void prune() {
    List<Path> files = newestFirst();
    for (Path file : files.subList(Math.min(MAX_RUNS, files.size()), files.size())) {
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
          .filter(RunFiles::isRun)
          .sorted(Comparator.comparing(RunFiles::changed).reversed())
          .toList();
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot list the runs in " + dir, e);
    }
  }

  private static boolean isRun(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".json") && !name.startsWith(".");
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
