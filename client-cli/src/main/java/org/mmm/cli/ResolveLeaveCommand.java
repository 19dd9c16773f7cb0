package org.mmm.cli;

import picocli.CommandLine.Command;

/** {@code mmm resolve leave}. */
@Command(
    name = "leave",
    header = "Leaves a session, or declines to join it; it ends with who has opened it.",
    description = {"  mmm resolve leave Resolution-0123456789ab@city.example --as User2"})
final class ResolveLeaveCommand extends ReplyingCommand {
  ResolveLeaveCommand() {
    super(false, "left");
  }
}
