package org.mmm.cli;

import picocli.CommandLine.Command;

/** {@code mmm report}. */
@Command(
    name = "report",
    header = "Shows what Users have reported of others, and closes what was seen to.",
    description = {
      "  mmm report list",
      "  mmm report list --closed",
      "  mmm report close Report-8w3kq0c5rtn1"
    },
    subcommands = {ReportListCommand.class, ReportCloseCommand.class})
final class ReportCommand extends GroupCommand {}
