package org.mmm.cli;

import picocli.CommandLine.Command;

/** {@code mmm bench}. */
@Command(
    name = "bench",
    header = "Measures a node.",
    description = {"  mmm bench actions", "  mmm bench room"},
    subcommands = {BenchActionsCommand.class, BenchRoomCommand.class})
final class BenchCommand extends GroupCommand {}
