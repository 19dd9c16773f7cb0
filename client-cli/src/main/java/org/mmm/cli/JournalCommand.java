package org.mmm.cli;

import picocli.CommandLine.Command;

/** {@code mmm journal}. */
@Command(
    name = "journal",
    header = "Looks at a journal on which no node runs, and mends it.",
    description = {
      "  mmm journal inspect --data DIR",
      "  mmm journal inspect 'process|User1' --data DIR",
      "  mmm journal repair 'process|User1' --contact-points cass1:9042 --dry-run"
    },
    subcommands = {JournalInspectCommand.class, JournalRepairCommand.class})
final class JournalCommand extends GroupCommand {}
