package org.mmm.cli;

import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm peer block}. */
@Command(
    name = "block",
    header = "Performs nothing more for an M-Instance, and asks it nothing.",
    description = {"  mmm peer block meet.example"})
final class PeerBlockCommand extends OperatorCommand {
  @Parameters(
      paramLabel = "M-INSTANCE",
      description = "Its ID: a host name, with a port if that is not 443.")
  private String peer = "";

  @Override
  ExitCode perform(Session session) {
    var said = Json.object().put("standing", "blocked");
    printer().print(post(session, peerPath(peer), said, "block"), Fields::table);
    return ExitCode.OK;
  }
}
