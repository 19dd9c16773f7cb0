package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import org.mmm.print.Table;
import picocli.CommandLine.Command;

/** {@code mmm peer list}. */
@Command(
    name = "list",
    header = "Lists the M-Instances that are known here, and how each stands.",
    description = {"  mmm peer list", "  mmm peer list -o json"})
final class PeerListCommand extends OperatorCommand {
  @Override
  ExitCode perform(Session session) {
    JsonNode all = read(session, "/admin/peers");
    if (Json.text(all, "self", "").isEmpty()) {
      say("this M-Instance has no ID and speaks with no other: set mmm.federation.id");
    }
    printer().print(all, PeerListCommand::table);
    return ExitCode.OK;
  }

  private static Table table(JsonNode listing) {
    Table table = new Table("M-INSTANCE", "STANDING", "PER MINUTE", "SINCE", "BY");
    for (JsonNode peer : Json.list(listing, "peers")) {
      table.row(
          text(peer, "peer"),
          text(peer, "standing"),
          text(peer, "perMinute"),
          text(peer, "since"),
          text(peer, "by"));
    }
    return table;
  }
}
