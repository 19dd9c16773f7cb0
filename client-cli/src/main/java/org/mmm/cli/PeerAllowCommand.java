package org.mmm.cli;

import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm peer allow}. */
@Command(
    name = "allow",
    header = "Lets an M-Instance ask, as far as Rights and Rules allow, and be asked.",
    description = {"  mmm peer allow meet.example"})
final class PeerAllowCommand extends OperatorCommand {
  @Parameters(
      paramLabel = "M-INSTANCE",
      description = "Its ID: a host name, with a port if that is not 443.")
  private String peer = "";

  @Override
  ExitCode perform(Session session) {
    var said = Json.object().put("standing", "allowed");
    printer().print(post(session, peerPath(peer), said, "allow"), Fields::table);
    return ExitCode.OK;
  }
}
