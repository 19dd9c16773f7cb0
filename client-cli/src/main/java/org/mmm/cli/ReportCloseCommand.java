package org.mmm.cli;

import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import org.mmm.client.Paths;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm report close}. */
@Command(
    name = "close",
    header = "Closes a report that was seen to.",
    description = {"  mmm report close Report-8w3kq0c5rtn1"})
final class ReportCloseCommand extends OperatorCommand {
  @Parameters(paramLabel = "REPORT", description = "Its ID, as listed.")
  private String report = "";

  @Override
  ExitCode perform(Session session) {
    String path = "/admin/reports/" + Paths.segment(report) + "/close";
    printer().print(post(session, path, Json.object(), "close"), Fields::table);
    return ExitCode.OK;
  }
}
