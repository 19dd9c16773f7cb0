package org.mmm.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.child.NodeOptions;
import org.mmm.child.NodeProcess;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.home.Context;
import picocli.CommandLine.Option;

/** What commands take that start a node. */
final class NodeOptionsMixin {
  @Option(
      names = "--world",
      paramLabel = "FILE",
      description =
          "The world file: what the M-Instance starts with (default: a square and parcels).")
  @Nullable Path world;

  @Option(
      names = "--register",
      paramLabel = "WHO",
      description = "Who may register: open, invite or closed (default: as the node is set).")
  @Nullable String register;

  @Option(names = "--jvm", paramLabel = "OPTION", description = "An option of the node's JVM.")
  List<String> jvm = List.of();

  @Option(
      names = "--journal",
      paramLabel = "KIND",
      description =
          "Where the journal is: embedded (in --data) or cassandra (default: as the node is set).")
  private @Nullable String journal;

  @Option(
      names = "--contact-points",
      paramLabel = "H:P",
      description = "Where Cassandra is found, host:port separated by commas.")
  private @Nullable String contactPoints;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings of the node, as HOCON (default: those of the environment).")
  private @Nullable Path config;

  /**
   * @param more further arguments, as the node takes them
   */
  NodeOptions options(Path data, int port, List<String> more) {
    List<String> all = new ArrayList<>(more);
    if (journal != null) all.addAll(List.of("--journal", journal));
    if (contactPoints != null) all.addAll(List.of("--contact-points", contactPoints));
    if (config != null) {
      all.addAll(List.of("--config", config.toAbsolutePath().toString()));
    }
    try {
      return new NodeOptions(data, port, world, register, all, jvm, NodeOptions.START_WITHIN);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  /** The context of a node just started. */
  static Context context(String name, NodeProcess node) {
    return new Context(
        name, node.url(), List.of(), node.operatorUrl(), node.operatorToken().toString());
  }
}
