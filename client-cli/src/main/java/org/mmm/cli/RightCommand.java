package org.mmm.cli;

import picocli.CommandLine.Command;

/** {@code mmm right}. */
@Command(
    name = "right",
    header = "Explains what Processes may do.",
    description = "  mmm right why \"User2 MM-Embeds Persona2 At Room1\"",
    subcommands = WhyCommand.class)
final class RightCommand extends GroupCommand {}
