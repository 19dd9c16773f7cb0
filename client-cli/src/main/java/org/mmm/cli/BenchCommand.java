package org.mmm.cli;

import picocli.CommandLine.Command;

/** {@code mmm bench}. */
@Command(
    name = "bench",
    header = "Measures a node.",
    description = {
      "  mmm bench actions",
      "  mmm bench room",
      "  mmm bench federation",
      "  mmm bench catch-up"
    },
    subcommands = {
      BenchActionsCommand.class,
      BenchRoomCommand.class,
      BenchFederationCommand.class,
      BenchCatchUpCommand.class
    })
final class BenchCommand extends GroupCommand {}
