package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import org.mmm.print.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mmm report list}. */
@Command(
    name = "list",
    header = "Lists what Users have reported, oldest first.",
    description = {"  mmm report list", "  mmm report list --closed -o json"})
final class ReportListCommand extends OperatorCommand {
  @Option(names = "--closed", description = "Those that are closed, not those that are open.")
  private boolean closed;

  @Override
  ExitCode perform(Session session) {
    JsonNode all = read(session, "/admin/reports" + (closed ? "?closed=true" : ""));
    printer().print(all, ReportListCommand::table);
    return ExitCode.OK;
  }

  private static Table table(JsonNode listing) {
    Table table = new Table("REPORT", "TIME", "BY", "ABOUT", "AT", "WORDS");
    for (JsonNode report : Json.list(listing, "reports")) {
      table.row(
          text(report, "reportID"),
          text(report, "time"),
          text(report, "by"),
          text(report, "about"),
          text(report, "at"),
          text(report, "words"));
    }
    return table;
  }
}
