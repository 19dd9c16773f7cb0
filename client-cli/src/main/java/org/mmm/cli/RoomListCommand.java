package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import org.mmm.client.Paths;
import org.mmm.print.Table;
import picocli.CommandLine.Command;

/** {@code mmm room list}. */
@Command(
    name = "list",
    header = "Lists Rooms with their node, shard, and how many Items are in them.",
    description = {"  mmm room list", "  mmm room list -o json"})
final class RoomListCommand extends OperatorCommand {
  /** Pages of the node, at most. */
  private static final int PAGES = 100;

  @Override
  ExitCode perform(Session session) {
    ObjectNode all = Json.object();
    ArrayNode rooms = all.putArray("rooms");
    String after = "";
    for (int page = 0; page < PAGES; page++) {
      String query = after.isEmpty() ? "" : "?after=" + Paths.segment(after);
      JsonNode some = read(session, "/admin/rooms" + query);
      Json.list(some, "rooms").forEach(rooms::add);
      after = Json.text(some, "next", "");
      if (after.isEmpty()) {
        break;
      }
    }
    if (!after.isEmpty()) {
      all.put("next", after);
    }
    printer().print(all, RoomListCommand::table);
    return ExitCode.OK;
  }

  private static Table table(JsonNode listing) {
    Table table = new Table("ROOM", "NODE", "SHARD", "SEATS", "CAPACITY", "PINNED TO");
    for (JsonNode room : Json.list(listing, "rooms")) {
      table.row(
          text(room, "room"),
          text(room, "node"),
          text(room, "shard"),
          text(room, "seats"),
          text(room, "capacity"),
          Json.text(room, "pinned", ""));
    }
    return table;
  }
}
