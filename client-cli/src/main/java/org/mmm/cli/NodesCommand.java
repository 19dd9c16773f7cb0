package org.mmm.cli;

import picocli.CommandLine.Command;

/** {@code mmm node}. */
@Command(
    name = "node",
    header = "Shows the nodes of an M-Instance, and empties one without anyone noticing.",
    description = {
      "  mmm node list",
      "  mmm node show node2",
      "  mmm node drain node2      its shards go to the others; it goes on answering",
      "  mmm node undrain node2",
      "  mmm node leave node2      drains it; then it ends, and is not started again"
    },
    subcommands = {
      NodeListCommand.class,
      NodeShowCommand.class,
      NodeDrainCommand.class,
      NodeUndrainCommand.class,
      NodeLeaveCommand.class
    })
final class NodesCommand extends GroupCommand {}
