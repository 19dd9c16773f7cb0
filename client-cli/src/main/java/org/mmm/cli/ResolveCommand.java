package org.mmm.cli;

import picocli.CommandLine.Command;

/** {@code mmm resolve}. */
@Command(
    name = "resolve",
    header = "Opens sessions of Processes of several M-Instances, joins them, and leaves them.",
    description = {
      "  mmm resolve open User2@meet.example User3 --as User1",
      "  mmm resolve join Resolution-0123456789ab@city.example --as User2",
      "  mmm resolve leave Resolution-0123456789ab@city.example --as User2",
      "  mmm resolve show Resolution-0123456789ab --as User1",
      "  mmm do 'User1 MM-Sends \"hello\" To Resolution-0123456789ab'"
    },
    subcommands = {
      ResolveOpenCommand.class,
      ResolveJoinCommand.class,
      ResolveLeaveCommand.class,
      ResolveShowCommand.class
    })
final class ResolveCommand extends GroupCommand {}
