package org.mmm.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ApiRequest;
import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import org.mmm.client.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mmm account login}. */
@Command(
    name = "login",
    header = "Gets new tokens of a human's Processes, for a password or recovery code.",
    description = {
      "  mmm account login human1-r4k2x                     asks for the recovery code",
      "  mmm account login human1-r4k2x --password",
      "  mmm account login human1-r4k2x --secret-file code.txt"
    })
final class AccountLoginCommand extends NodeCommand {
  @Parameters(paramLabel = "HUMAN", description = "The humanID, or a name of the newest run.")
  private String human = "";

  @Option(names = "--password", description = "The secret is a password, not a recovery code.")
  private boolean password;

  @Option(names = "--secret-file", paramLabel = "FILE", description = "Read the secret there.")
  private @Nullable Path file;

  @Override
  ExitCode perform(Session session) {
    String what = password ? "password" : "recovery code";
    ObjectNode body = Json.object().put("humanID", Runs.id(session, human));
    body.put(password ? "password" : "recoveryCode", Secrets.read(surroundings(), what, file));
    ApiRequest request =
        ApiRequest.post("/api/session", null, body).with("Idempotency-Key", Runs.newName());
    Map<String, String> tokens =
        Outcome.of(session.api().call(request).orFail("signing in")).tokens();
    session.tokens().add(session.context(), tokens);
    say("tokens of " + String.join(", ", tokens.keySet()) + " are kept");
    return ExitCode.OK;
  }
}
