package org.mmm.cli;

import picocli.CommandLine.Command;

/** {@code mmm conformance}. */
@Command(
    name = "conformance",
    header = "Looks whether others hold to the protocols that this implementation speaks.",
    description = {"  mmm conformance peer http://127.0.0.1:7272 --to User2"},
    subcommands = {ConformancePeerCommand.class})
final class ConformanceCommand extends GroupCommand {}
