package org.mmm.cli;

import picocli.CommandLine.Command;

/** {@code mmm federation}. */
@Command(
    name = "federation",
    header = "Shows how two M-Instances ask each other.",
    description = {"  mmm federation demo"},
    subcommands = {FederationDemoCommand.class})
final class FederationCommand extends GroupCommand {}
