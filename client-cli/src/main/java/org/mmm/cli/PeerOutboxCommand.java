package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ApiRequest;
import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import org.mmm.client.Paths;
import org.mmm.print.Table;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mmm peer outbox}. */
@Command(
    name = "outbox",
    header = "Lists what waits for an M-Instance, sends it now, or undoes it.",
    description = {
      "  mmm peer outbox meet.example",
      "  mmm peer outbox meet.example --send",
      "  mmm peer outbox meet.example --drop PA-User1-12",
      "What never left is undone at once; what may have left is undone if that M-Instance says that"
          + " it was not performed, and waits until it has said so."
    })
final class PeerOutboxCommand extends OperatorCommand {
  @Parameters(paramLabel = "M-INSTANCE", description = "Its ID.")
  private String peer = "";

  @ArgGroup private final Wish wish = new Wish();

  /** One of them, or none. */
  static final class Wish {
    @Option(names = "--drop", paramLabel = "MESSAGE", description = "Undo this one.")
    private @Nullable String drop;

    @Option(
        names = "--send",
        description = "Send all of it now, whatever pause failures have made before.")
    private boolean send;
  }

  @Override
  ExitCode perform(Session session) {
    String letters = peerPath(peer) + "/letters";
    String drop = wish.drop;
    if (drop == null) {
      JsonNode waiting =
          wish.send
              ? post(session, letters, Json.object(), "send the letters")
              : read(session, letters);
      printer().print(waiting, PeerOutboxCommand::table);
      return ExitCode.OK;
    }
    var request =
        ApiRequest.delete(letters + "/" + Paths.segment(drop), session.requireOperatorToken());
    printer().print(session.operatorApi().call(request).orFail("drop").body(), Fields::table);
    return ExitCode.OK;
  }

  private static Table table(JsonNode listing) {
    Table table = new Table("MESSAGE", "SOURCE", "ACTION", "DESTINATION", "EXPIRES", "LEFT");
    for (JsonNode letter : Json.list(listing, "letters")) {
      table.row(
          text(letter, "message"),
          text(letter, "source"),
          text(letter, "action"),
          text(letter, "destination"),
          text(letter, "expires"),
          text(letter, "left"));
    }
    return table;
  }
}
