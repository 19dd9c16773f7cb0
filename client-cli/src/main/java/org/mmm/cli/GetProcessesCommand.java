package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import org.mmm.print.Table;
import picocli.CommandLine.Command;

/** {@code mmm get processes}. */
@Command(
    name = "processes",
    header = "Lists Processes.",
    description = {"  mmm get processes", "  mmm get processes -o json"})
final class GetProcessesCommand extends ReadCommand {
  @Override
  ExitCode perform(Session session) {
    printer()
        .print(
            readers(session).read("processes", "/api/v2.2/processes"), GetProcessesCommand::table);
    return ExitCode.OK;
  }

  private static Table table(JsonNode listing) {
    Table table = new Table("PROCESS", "TYPE");
    for (JsonNode process : Json.list(listing, "processes")) {
      table.row(Json.text(process, "processID", ""), Json.text(process, "type", ""));
    }
    return table;
  }
}
