package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ApiRequest;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mmm room move}. */
@Command(
    name = "move",
    header = "Moves the shard of a Room to a node, where it stays; the places in it go along.",
    description = {"  mmm room move Room1 --to node2", "  mmm room move Room1 --unpin"})
final class RoomMoveCommand extends OperatorCommand {
  @Parameters(paramLabel = "ROOM", description = "Its ID.")
  private String room = "";

  @Option(names = "--to", paramLabel = "NODE", description = "A node with the role room.")
  private @Nullable String to;

  @Option(names = "--unpin", description = "Let it be wherever it fits.")
  private boolean unpin;

  @Override
  ExitCode perform(Session session) {
    if ((to == null) != unpin) {
      throw new Failure(ExitCode.USAGE, "say where it goes by --to NODE, or --unpin");
    }
    JsonNode moved =
        unpin
            ? session
                .operatorApi()
                .call(ApiRequest.delete(roomPath(room) + "/pin", session.requireOperatorToken()))
                .orFail("unpin")
                .body()
            : post(session, roomPath(room) + "/move", Json.object().put("node", to), "move");
    printer().print(moved, Fields::table);
    return ExitCode.OK;
  }
}
