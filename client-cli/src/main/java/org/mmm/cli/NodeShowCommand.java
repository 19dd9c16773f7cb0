package org.mmm.cli;

import org.mmm.client.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm node show}. */
@Command(
    name = "show",
    header = "Shows a node, with the shards and entities that it has by type.",
    description = {"  mmm node show node2", "  mmm node show 127.0.0.2:25520 -o json"})
final class NodeShowCommand extends OperatorCommand {
  @Parameters(paramLabel = "NODE", description = "Its name, or its host:port.")
  private String node = "";

  @Override
  ExitCode perform(Session session) {
    printer().print(read(session, nodePath(node)), Fields::table);
    return ExitCode.OK;
  }
}
