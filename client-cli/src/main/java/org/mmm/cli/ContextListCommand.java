package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import org.mmm.home.Context;
import org.mmm.print.Table;
import picocli.CommandLine.Command;

/** {@code mmm context list}. */
@Command(
    name = "list",
    header = "Lists the contexts.",
    description = {"  mmm context list", "  mmm context list -o json"})
final class ContextListCommand extends NodeCommand {
  @Override
  ExitCode perform(Session session) {
    String current = session.home().contexts().currentName();
    ObjectNode listing = Json.object();
    var contexts = listing.putArray("contexts");
    for (Context context : session.home().contexts().all().values()) {
      contexts.add(json(context, current));
    }
    printer().print(listing, ContextListCommand::table);
    return ExitCode.OK;
  }

  static ObjectNode json(Context context, String current) {
    ObjectNode json =
        Json.object()
            .put("name", context.name())
            .put("url", context.url().toString())
            .put("current", context.name().equals(current));
    if (!context.others().isEmpty()) {
      var others = json.putArray("others");
      context.others().forEach(url -> others.add(url.toString()));
    }
    return context.operatorToken() == null
        ? json
        : json.put("operatorToken", context.operatorToken());
  }

  private static String urls(JsonNode context) {
    return Stream.concat(
            Stream.of(Json.text(context, "url", "")),
            Json.list(context, "others").stream().map(JsonNode::asText))
        .collect(Collectors.joining(", "));
  }

  private static Table table(JsonNode listing) {
    Table table = new Table("", "CONTEXT", "URL", "OPERATOR TOKEN");
    for (JsonNode context : Json.list(listing, "contexts")) {
      table.row(
          context.path("current").asBoolean() ? "*" : "",
          Json.text(context, "name", ""),
          urls(context),
          Json.text(context, "operatorToken", "-"));
    }
    return table;
  }
}
