package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.mmm.action.Action;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import org.mmm.print.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mmm explain}. */
@Command(
    name = "explain",
    header = "Explains an Action or a data type of Items.",
    description = {
      "  mmm explain MM-Embed",
      "  mmm explain \"Rights Change\"",
      "  mmm explain Room"
    })
final class ExplainCommand extends LocalCommand {
  @Parameters(paramLabel = "ACTION|ITEM", arity = "0..*", description = "A verb or a data type.")
  private String[] words = {};

  @Option(names = "--all", description = "List all of them.")
  private boolean all;

  @Override
  ExitCode perform() {
    if (all || words.length == 0) {
      list();
      return ExitCode.OK;
    }
    String wanted = String.join(" ", words);
    ObjectNode found =
        action(wanted)
            .map(ActionGuide::json)
            .or(() -> ItemGuide.find(wanted))
            .orElseThrow(
                () ->
                    new Failure(
                        ExitCode.NOT_FOUND,
                        "no Action or Item is called '"
                            + wanted
                            + "'; 'mmm explain --all' lists them"));
    printer().print(found, Fields::table);
    return ExitCode.OK;
  }

  private void list() {
    ObjectNode known = Json.object();
    known.putArray("actions");
    Arrays.stream(Action.values()).forEach(a -> known.withArray("actions").add(a.title()));
    known.putArray("items");
    ItemGuide.names().forEach(name -> known.withArray("items").add(name));
    printer().print(known, ExplainCommand::table);
  }

  private static Table table(JsonNode known) {
    Table table = new Table("NAME", "IS");
    Json.list(known, "actions").forEach(action -> table.row(action.asText(), "Action"));
    Json.list(known, "items").forEach(item -> table.row(item.asText(), "Item"));
    return table;
  }

  private static Optional<Action> action(String wanted) {
    return Action.ofVerb(wanted)
        .or(
            () ->
                Action.spellings().stream()
                    .filter(s -> s.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .flatMap(Action::ofVerb));
  }
}
