package org.mmm.cli;

import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm node undrain}. */
@Command(
    name = "undrain",
    header = "Ends a drain, done or not: the node takes shards again.",
    description = {"  mmm node undrain node2"})
final class NodeUndrainCommand extends OperatorCommand {
  @Parameters(paramLabel = "NODE", description = "Its name, or its host:port.")
  private String node = "";

  @Override
  ExitCode perform(Session session) {
    printer()
        .print(post(session, nodePath(node) + "/undrain", Json.object(), "undrain"), Fields::table);
    return ExitCode.OK;
  }
}
