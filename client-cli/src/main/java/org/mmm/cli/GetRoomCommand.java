package org.mmm.cli;

import org.mmm.client.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm get room}. */
@Command(
    name = "room",
    header = "Shows a Room or another place: its size, who is inside.",
    description = {"  mmm get room Room1", "  mmm get room MM-Square -o json"})
final class GetRoomCommand extends ReadCommand {
  @Parameters(paramLabel = "ROOM", description = "An ID, or a name of the newest run.")
  private String room = "";

  @Override
  ExitCode perform(Session session) {
    String id = Runs.id(session, room);
    printer().print(readers(session).read(id, itemPath(id)), Fields::table);
    return ExitCode.OK;
  }
}
