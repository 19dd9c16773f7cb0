package org.mmm.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm resolve open}. */
@Command(
    name = "open",
    header = "Invites Processes, of this M-Instance and of others, to a session.",
    description = {"  mmm resolve open User2@meet.example User3 --as User1"})
final class ResolveOpenCommand extends ResolvingCommand {
  @Parameters(
      paramLabel = "PROCESS",
      arity = "1..64",
      description = "An ID, or a name of the newest run; with @ and its M-Instance if of another.")
  private List<String> partners = List.of();

  @Override
  ExitCode perform(Session session) {
    ObjectNode request = Json.object();
    for (String partner : partners) {
      request
          .withArray("Partners")
          .addObject()
          .putObject("MInstances")
          .putArray("Processes")
          .addObject()
          .put("ProcessID", Runs.id(session, partner));
    }
    tell(resolve(session, null, "ProcAToResolARequest", request), "open");
    return ExitCode.OK;
  }
}
