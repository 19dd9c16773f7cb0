package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import org.mmm.print.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm peer doctor}. */
@Command(
    name = "doctor",
    header = "Looks whether an M-Instance can be spoken with, and says what is in the way.",
    description = {"  mmm peer doctor meet.example"})
final class PeerDoctorCommand extends OperatorCommand {
  @Parameters(paramLabel = "M-INSTANCE", description = "Its ID.")
  private String peer = "";

  @Override
  ExitCode perform(Session session) {
    JsonNode report = read(session, peerPath(peer) + "/examination");
    printer().print(report, PeerDoctorCommand::table);
    boolean fine =
        Json.list(report, "checks").stream().allMatch(check -> check.path("fine").asBoolean());
    return fine ? ExitCode.OK : ExitCode.FAILED;
  }

  static Table table(JsonNode report) {
    Table table = new Table("CHECK", "", "FOUND");
    for (JsonNode check : Json.list(report, "checks")) {
      table.row(
          Json.text(check, "check", ""),
          check.path("fine").asBoolean() ? "fine" : "NOT FINE",
          Json.text(check, "says", ""));
    }
    return table;
  }
}
