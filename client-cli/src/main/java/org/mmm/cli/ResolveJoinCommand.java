package org.mmm.cli;

import com.fasterxml.jackson.databind.node.BooleanNode;
import org.mmm.client.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm resolve join}. */
@Command(
    name = "join",
    header = "Joins a session, as one who is invited to it.",
    description = {"  mmm resolve join Resolution-0123456789ab@city.example --as User2"})
final class ResolveJoinCommand extends ResolvingCommand {
  @Parameters(
      paramLabel = "SESSION",
      description = "Its ID, or a name of the newest run; with @ and its M-Instance if of another.")
  private String id = "";

  @Override
  ExitCode perform(Session session) {
    String named = Runs.id(session, id);
    resolve(session, named, "ProcessBToResolBResponse", BooleanNode.valueOf(true));
    tell(named, "joined");
    return ExitCode.OK;
  }
}
