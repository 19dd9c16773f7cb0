package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mmm.child.Distribution;
import org.mmm.child.NodeProcess;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import picocli.CommandLine.Option;

/** Where a journal is. */
final class JournalOptionsMixin {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = {
        "The data directory of an embedded journal; of one in Cassandra, the directory of the file",
        "with what is removed (default: the current one)."
      })
  private @Nullable Path data;

  @Option(
      names = "--contact-points",
      paramLabel = "H:P",
      description = "The Cassandra that holds the journal, host:port separated by commas.")
  private @Nullable String contactPoints;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings of the node, as HOCON (default: those of the environment).")
  private @Nullable Path config;

  /** What the node's program tells. */
  JsonNode ask(Surroundings here, List<String> what, Consumer<String> say)
      throws InterruptedException {
    if (data == null && contactPoints == null) {
      throw new Failure(
          ExitCode.USAGE, "where is the journal? add --data DIR or --contact-points H:P");
    }
    List<String> arguments = new ArrayList<>(what);
    Path directory = data != null ? data : Path.of("");
    arguments.addAll(List.of("--data", directory.toAbsolutePath().toString()));
    if (contactPoints != null) {
      arguments.addAll(List.of("--journal", "cassandra", "--contact-points", contactPoints));
    }
    if (config != null) {
      arguments.addAll(List.of("--config", config.toAbsolutePath().toString()));
    }
    Distribution distribution =
        Distribution.find(System.getProperty("mmm.dist"), here.environment());
    return NodeProcess.tell(distribution, arguments, say);
  }
}
