package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm peer add}. */
@Command(
    name = "add",
    header = "Looks whether an M-Instance is who it says and can be spoken with, and allows it.",
    description = {
      "  mmm peer add meet.example",
      "Nothing is changed if what it publishes is not in order. Compare the key that is shown with",
      "what its operator tells you. That it allows this M-Instance is for its operator to say."
    })
final class PeerAddCommand extends OperatorCommand {
  /** What has to be in order before it is allowed; the rest is up to the other, or follows. */
  private static final Set<String> NEEDED =
      Set.of("federation", "document", "version", "keys", "clock");

  @Parameters(
      paramLabel = "M-INSTANCE",
      description = "Its ID: a host name, with a port if that is not 443.")
  private String peer = "";

  @Override
  ExitCode perform(Session session) {
    JsonNode report = read(session, peerPath(peer) + "/examination");
    List<String> wrong = new ArrayList<>();
    for (JsonNode check : Json.list(report, "checks")) {
      String name = Json.text(check, "check", "");
      if (NEEDED.contains(name) && !check.path("fine").asBoolean()) {
        wrong.add(name + ": " + Json.text(check, "says", ""));
      }
    }
    if (!wrong.isEmpty()) {
      throw new Failure(
          ExitCode.FAILED,
          peer
              + " is not added, "
              + String.join("; ", wrong)
              + "; to allow it all the same: mmm peer allow "
              + peer);
    }
    post(session, peerPath(peer), Json.object().put("standing", "allowed"), "allow");
    JsonNode now = read(session, peerPath(peer) + "/examination");
    printer().print(now, PeerDoctorCommand::table);
    return ExitCode.OK;
  }
}
