package org.mmm.cli;

import picocli.CommandLine.Command;

/** {@code mmm context}. */
@Command(
    name = "context",
    header = "Names nodes, and says which of them is asked.",
    description = {
      "  mmm context list",
      "  mmm context set city --url https://city.example:7070",
      "  mmm context use city"
    },
    subcommands = {
      ContextListCommand.class,
      ContextUseCommand.class,
      ContextSetCommand.class,
      ContextShowCommand.class
    })
final class ContextCommand extends GroupCommand {}
