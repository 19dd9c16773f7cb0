package org.mmm.cli;

import org.mmm.client.ExitCode;
import org.mmm.client.Paths;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm account export}. */
@Command(
    name = "export",
    header = "Prints all that the node keeps of an Account, as JSON or YAML.",
    description = "  mmm account export Account1 --as User1 > mine.json")
final class AccountExportCommand extends ReadCommand {
  @Parameters(paramLabel = "ACCOUNT", description = "An AccountID, or a name of the newest run.")
  private String account = "";

  @Override
  ExitCode perform(Session session) {
    String path = "/api/account/" + Paths.segment(Runs.id(session, account)) + "/export";
    var all = readers(session).read("export of " + account, path);
    if (options.format == org.mmm.print.Format.table) {
      options.format = org.mmm.print.Format.json; // a table would leave out what is nested
    }
    printer().print(all, Fields::table);
    return ExitCode.OK;
  }
}
