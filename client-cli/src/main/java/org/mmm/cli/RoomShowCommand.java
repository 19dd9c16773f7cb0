package org.mmm.cli;

import org.mmm.client.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm room show}. */
@Command(
    name = "show",
    header = "Shows where a Room lives, and which places share its shard.",
    description = {"  mmm room show Room1"})
final class RoomShowCommand extends OperatorCommand {
  @Parameters(paramLabel = "ROOM", description = "Its ID.")
  private String room = "";

  @Override
  ExitCode perform(Session session) {
    printer().print(read(session, roomPath(room)), Fields::table);
    return ExitCode.OK;
  }
}
