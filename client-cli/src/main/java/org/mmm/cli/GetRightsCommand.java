package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.mmm.client.ApiAnswer;
import org.mmm.client.ApiRequest;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
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
    ObjectNode rights = of(session, id).orElseGet(() -> on(session, id));
    printer().print(rights, GetRightsCommand::table);
    return ExitCode.OK;
  }

  /** Those that a Process holds; empty if there is no such Process. */
  private Optional<ObjectNode> of(Session session, String process) {
    try {
      JsonNode held =
          readers(session)
              .first(process)
              .read("rights of " + process, processPath(process) + "/rights");
      return Optional.of(listing(held.path("rights"), process));
    } catch (Failure e) {
      if (e.exit() == ExitCode.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Rights are kept by their holders, so each reader is asked for those that it holds on the Item.
   */
  private ObjectNode on(Session session, String item) {
    ObjectNode all = listing(Json.array(), "");
    String path = itemPath(item) + "/rights";
    ApiAnswer refusal = null;
    boolean seen = false;
    for (Readers.Reader one : readers(session).all()) {
      ApiAnswer answer = session.api().call(ApiRequest.get(path, one.token()));
      if (answer.ok()) {
        seen = true;
        all.withArray("rights")
            .addAll(Json.list(listing(answer.body().path("rights"), one.process()), "rights"));
      } else if (refusal == null || answer.status() == 404) {
        refusal = answer;
      }
    }
    if (!seen && refusal != null) {
      refusal.orFail("rights on " + item);
    }
    return all;
  }

  private static ObjectNode listing(JsonNode rights, String holder) {
    ObjectNode listing = Json.object();
    ArrayNode all = listing.putArray("rights");
    for (JsonNode right : rights) {
      ObjectNode one = right.deepCopy();
      all.add(one.put("holder", holder));
    }
    return listing;
  }

  private static Table table(JsonNode listing) {
    Table table =
        new Table("RIGHT", "VERB", "LEVEL", "ACTION", "COMPLEMENTS", "HOLDER", "GIVER", "GIVEN");
    for (JsonNode right : Json.list(listing, "rights")) {
      table.row(
          Json.text(right, "rightID", ""),
          Json.text(right, "deonticVerb", ""),
          Json.text(right, "level", ""),
          Json.text(right, "action", ""),
          Sentences.complements(right.path("complements")),
          Json.text(right, "holder", "-"),
          Json.text(right, "giver", "-"),
          Json.text(right, "given", "-"));
    }
    return table;
  }
}
