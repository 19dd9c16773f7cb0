package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import org.mmm.client.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm get process}. */
@Command(
    name = "process",
    header = "Shows one Process and what it can do.",
    description = {"  mmm get process User1", "  mmm get process ParcelService -o yaml"})
final class GetProcessCommand extends ReadCommand {
  @Parameters(paramLabel = "PROCESS", description = "An ID, or a name of the newest run.")
  private String process = "";

  @Override
  ExitCode perform(Session session) {
    String id = Runs.id(session, process);
    JsonNode shown = readers(session).first(id).read(id, processPath(id));
    printer().print(shown, Fields::table);
    return ExitCode.OK;
  }
}
