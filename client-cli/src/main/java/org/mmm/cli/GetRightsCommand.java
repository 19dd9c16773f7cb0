package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ApiAnswer;
import org.mmm.client.ApiRequest;
import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import org.mmm.print.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm get rights}. */
@Command(
    name = "rights",
    header = "Lists the Rights that a Process holds, or that exist on an Item.",
    description = {"  mmm get rights User2", "  mmm get rights Room1 -o json"})
final class GetRightsCommand extends ReadCommand {
  @Parameters(paramLabel = "PROCESS|ITEM", description = "An ID, or a name of the newest run.")
  private String of = "";

  @Override
  ExitCode perform(Session session) {
    String id = Runs.id(session, of);
    @Nullable String token = tokenFor(session, id);
    ApiAnswer held = session.api().call(ApiRequest.get(processPath(id) + "/rights", token));
    JsonNode rights =
        held.status() == 404
            ? read(session, itemPath(id) + "/rights", token)
            : held.orFail("rights of " + id).body();
    printer().print(rights, GetRightsCommand::table);
    return ExitCode.OK;
  }

  private static Table table(JsonNode listing) {
    Table table = new Table("RIGHT", "VERB", "LEVEL", "ACTION", "COMPLEMENTS", "GIVER", "GIVEN");
    for (JsonNode right : Json.list(listing, "rights")) {
      table.row(
          Json.text(right, "rightID", ""),
          Json.text(right, "deonticVerb", ""),
          Json.text(right, "level", ""),
          Json.text(right, "action", ""),
          Sentences.complements(right.path("complements")),
          Json.text(right, "giver", "-"),
          Json.text(right, "given", "-"));
    }
    return table;
  }
}
