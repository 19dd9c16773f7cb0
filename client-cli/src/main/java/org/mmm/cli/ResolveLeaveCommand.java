package org.mmm.cli;

import com.fasterxml.jackson.databind.node.BooleanNode;
import org.mmm.client.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm resolve leave}. */
@Command(
    name = "leave",
    header = "Leaves a session, or declines to join it; it ends with who has opened it.",
    description = {"  mmm resolve leave Resolution-0123456789ab@city.example --as User2"})
final class ResolveLeaveCommand extends ResolvingCommand {
  @Parameters(
      paramLabel = "SESSION",
      description = "Its ID, or a name of the newest run; with @ and its M-Instance if of another.")
  private String id = "";

  @Override
  ExitCode perform(Session session) {
    String named = Runs.id(session, id);
    resolve(session, named, "ProcessBToResolBResponse", BooleanNode.valueOf(false));
    tell(named, "left");
    return ExitCode.OK;
  }
}
