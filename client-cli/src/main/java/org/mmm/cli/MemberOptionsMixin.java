package org.mmm.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a node is told that is one of several. */
final class MemberOptionsMixin {
  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The node's name, unlike every other's (default: as the node is set).")
  private @Nullable String name;

  @Option(
      names = "--cluster-host",
      paramLabel = "H",
      description = "Where the other nodes reach this one (default: 127.0.0.1).")
  private @Nullable String host;

  @Option(
      names = "--cluster-port",
      paramLabel = "N",
      description = "The port of the traffic between nodes (default: any, for a lone node).")
  private @Nullable Integer port;

  @Option(
      names = "--seeds",
      paramLabel = "H:P",
      description = "Nodes to ask at the start, host:port separated by commas (default: none).")
  private @Nullable String seeds;

  @Option(
      names = "--seed-self",
      description = "Begin a cluster if no seed answers; on exactly one node.")
  private boolean seedSelf;

  @Option(
      names = "--roles",
      paramLabel = "ROLES",
      description = "What the node does: edge, process, room (default: all).")
  private @Nullable String roles;

  /** As the node takes them. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    add(arguments, "--name", name);
    add(arguments, "--cluster-host", host);
    add(arguments, "--cluster-port", port);
    add(arguments, "--seeds", seeds);
    add(arguments, "--roles", roles);
    if (seedSelf) {
      arguments.add("--seed-self");
    }
    return arguments;
  }

  private static void add(List<String> arguments, String option, @Nullable Object value) {
    if (value != null) {
      arguments.addAll(List.of(option, String.valueOf(value)));
    }
  }
}
