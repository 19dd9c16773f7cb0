package org.mmm.cli;

import picocli.CommandLine.Command;

/** {@code mmm resolve join}. */
@Command(
    name = "join",
    header = "Joins a session, as one who is invited to it.",
    description = {"  mmm resolve join Resolution-0123456789ab@city.example --as User2"})
final class ResolveJoinCommand extends ReplyingCommand {
  ResolveJoinCommand() {
    super(true, "joined");
  }
}
