package org.mmm.cli;

import org.mmm.client.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm peer show}. */
@Command(
    name = "show",
    header = "Shows how an M-Instance stands here, how many letters wait, and why if they do.",
    description = {"  mmm peer show meet.example"})
final class PeerShowCommand extends OperatorCommand {
  @Parameters(paramLabel = "M-INSTANCE", description = "Its ID.")
  private String peer = "";

  @Override
  ExitCode perform(Session session) {
    printer().print(read(session, peerPath(peer)), Fields::table);
    return ExitCode.OK;
  }
}
