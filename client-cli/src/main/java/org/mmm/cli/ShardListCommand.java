package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import org.mmm.client.Paths;
import org.mmm.print.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mmm shard list}. */
@Command(
    name = "list",
    header = "Lists the shards that have a node.",
    description = {"  mmm shard list", "  mmm shard list --type place --node node2 -o json"})
final class ShardListCommand extends OperatorCommand {
  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Of that entity type: process, service, item, place, directory or world.")
  private @Nullable String type;

  @Option(names = "--node", paramLabel = "NODE", description = "On that node.")
  private @Nullable String node;

  @Override
  ExitCode perform(Session session) {
    List<String> query = new ArrayList<>();
    if (type != null) {
      query.add("type=" + Paths.segment(type));
    }
    if (node != null) {
      query.add("node=" + Paths.segment(node));
    }
    String path = "/admin/shards" + (query.isEmpty() ? "" : "?" + String.join("&", query));
    printer().print(read(session, path), ShardListCommand::table);
    return ExitCode.OK;
  }

  static Table table(JsonNode listing) {
    Table table = new Table("TYPE", "SHARD", "NODE", "ENTITIES", "PINNED TO");
    for (JsonNode shard : Json.list(listing, "shards")) {
      table.row(
          text(shard, "type"),
          text(shard, "shard"),
          text(shard, "node"),
          text(shard, "entities"),
          Json.text(shard, "pinned", ""));
    }
    return table;
  }
}
