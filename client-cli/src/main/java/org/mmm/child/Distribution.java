package org.mmm.child;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;

/**
 * Where the programs are: {@code lib/*.jar} below {@code dir}.
 *
 * @param dir set by the launcher as {@code -Dmmm.dist}, or by MMM_HOME_DIST
 */
public record Distribution(Path dir) {
  /**
   * @throws Failure if neither names a distribution
   */
  public static Distribution find(@Nullable String property, Map<String, String> environment) {
    String named = property != null ? property : environment.get("MMM_HOME_DIST");
    if (named == null || !Files.isDirectory(Path.of(named, "lib"))) {
      throw new Failure(
          ExitCode.FAILED,
          "no distribution to start a node from"
              + (named == null ? "" : ": '" + named + "' has no lib")
              + "; start this command with ./mmm, or set MMM_HOME_DIST to the distribution");
    }
    return new Distribution(Path.of(named));
  }

  /** The jar of a Cassandra to be started on this machine. */
  public Path cassandra() {
    return dir.resolve("lib").resolve("cassandra").resolve("mmm-cassandra.jar").toAbsolutePath();
  }

  /** The class path of our programs. */
  public String classPath() {
    return dir.resolve("lib").toAbsolutePath() + java.io.File.separator + "*";
  }
}
