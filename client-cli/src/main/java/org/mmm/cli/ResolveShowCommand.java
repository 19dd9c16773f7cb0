package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import org.mmm.print.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm resolve show}. */
@Command(
    name = "show",
    header = "Shows who is in a session, and who cannot be reached, since when.",
    description = {"  mmm resolve show Resolution-0123456789ab --as User1"})
final class ResolveShowCommand extends ReadCommand {
  @Parameters(paramLabel = "SESSION", description = "Its ID, or a name of the newest run.")
  private String id = "";

  @Override
  ExitCode perform(Session session) {
    String named = Runs.id(session, id);
    printer().print(readers(session).read(named, itemPath(named)), ResolveShowCommand::table);
    return ExitCode.OK;
  }

  private static Table table(JsonNode session) {
    Table table = new Table("PROCESS", "PART", "SINCE", "UNREACHABLE SINCE", "WAITING", "TROUBLE");
    for (JsonNode member : Json.list(session, "members")) {
      table.row(
          Json.text(member, "process", ""),
          Json.text(member, "part", ""),
          Json.text(member, "since", ""),
          Json.text(member, "unreachableSince", ""),
          Json.text(member, "waiting", ""),
          Json.text(member, "trouble", ""));
    }
    return table;
  }
}
