package org.mmm.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.mmm.child.Distribution;
import org.mmm.child.NodeProcess;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mmm restore}. */
@Command(
    name = "restore",
    header = "Puts a backup back into a data directory that no node uses.",
    description = {"  mmm restore monday.zip --data fresh", "  mmm up --data fresh"})
final class RestoreCommand extends LocalCommand {
  @Parameters(paramLabel = "FILE", description = "What 'mmm backup' wrote.")
  private Path file = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "An empty directory.")
  private Path data = Path.of("");

  @Override
  ExitCode perform() throws InterruptedException {
    if (!Files.isRegularFile(file)) {
      throw new Failure(ExitCode.NOT_FOUND, "no file " + file);
    }
    Distribution distribution =
        Distribution.find(System.getProperty("mmm.dist"), surroundings().environment());
    ExitCode exit = NodeProcess.restore(distribution, file, data, this::say);
    if (exit == ExitCode.OK) {
      say("restored; start it with: mmm up --data " + data);
    }
    return exit;
  }
}
