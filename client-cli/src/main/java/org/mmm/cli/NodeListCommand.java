package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import org.mmm.print.Table;
import picocli.CommandLine.Command;

/** {@code mmm node list}. */
@Command(
    name = "list",
    header = "Lists the nodes.",
    description = {"  mmm node list", "  mmm node list -o json"})
final class NodeListCommand extends OperatorCommand {
  @Override
  ExitCode perform(Session session) {
    printer().print(read(session, "/admin/nodes"), NodeListCommand::table);
    return ExitCode.OK;
  }

  private static Table table(JsonNode listing) {
    Table table = new Table("NODE", "PLACE", "STATUS", "SEEN", "SHARDS", "OLDEST", "ROLES");
    for (JsonNode node : Json.list(listing, "nodes")) {
      table.row(
          text(node, "name"),
          text(node, "place"),
          text(node, "status"),
          node.path("reachable").asBoolean() ? "yes" : "NO",
          text(node, "state"),
          node.path("oldest").asBoolean() ? "oldest" : "",
          words(node.path("roles")));
    }
    return table;
  }
}
