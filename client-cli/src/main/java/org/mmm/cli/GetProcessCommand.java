package org.mmm.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ApiAnswer;
import org.mmm.client.ApiRequest;
import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm get process}. */
@Command(
    name = "process",
    header = "Shows one Process and what it can do.",
    description = {"  mmm get process User1", "  mmm get process ParcelService -o yaml"})
final class GetProcessCommand extends ReadCommand {
  @Parameters(paramLabel = "PROCESS", description = "An ID, or a name of the newest run.")
  private String process = "";

  @Override
  ExitCode perform(Session session) {
    String id = Runs.id(session, process);
    @Nullable String token = tokenFor(session, id);
    ObjectNode shown = Json.object();
    read(session, processPath(id), token)
        .fields()
        .forEachRemaining(f -> shown.set(f.getKey(), f.getValue()));
    ApiAnswer can = session.api().call(ApiRequest.get(processPath(id) + "/capabilities", token));
    if (can.ok()) {
      shown.set("capabilities", can.body());
    }
    printer().print(shown, Fields::table);
    return ExitCode.OK;
  }
}
