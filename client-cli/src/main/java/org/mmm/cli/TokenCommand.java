package org.mmm.cli;

import java.util.Map;
import org.mmm.client.ApiRequest;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm token}. */
@Command(
    name = "token",
    header = "Gets the token of a Process of the world, for an operator; keeps and prints it.",
    description = {"  mmm token Seller", "  TOKEN=$(mmm token Seller)"})
final class TokenCommand extends NodeCommand {
  @Parameters(paramLabel = "PROCESS", description = "A ProcessID, such as Seller.")
  private String process = "";

  @Override
  ExitCode perform(Session session) {
    var body = Json.object().put("processID", process);
    ApiRequest request =
        ApiRequest.post("/api/token", session.requireOperatorToken(), body)
            .with("Idempotency-Key", Runs.newName());
    var answer = session.api().call(request).orFail("token of " + process).body();
    String token = Json.text(answer, "token");
    if (token == null) {
      throw new Failure(ExitCode.FAILED, "the node answered without a token of " + process);
    }
    session.tokens().add(session.context(), Map.of(process, token));
    printer().line(token);
    return ExitCode.OK;
  }
}
