package org.mmm.cli;

import org.mmm.client.ExitCode;
import picocli.CommandLine.Command;

/** {@code mmm get rooms}. */
@Command(
    name = "rooms",
    header = "Lists Rooms.",
    description = {"  mmm get rooms", "  mmm get rooms -o json"})
final class GetRoomsCommand extends ReadCommand {
  private static final int MOST = 1_000;

  @Override
  ExitCode perform(Session session) {
    printer()
        .print(ItemPages.read(session, readers(session), "Room", null, MOST), ItemPages::table);
    return ExitCode.OK;
  }
}
