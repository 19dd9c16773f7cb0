package org.mmm.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ApiAnswer;
import org.mmm.client.ApiRequest;
import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import org.mmm.client.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mmm account register}. */
@Command(
    name = "register",
    header = "Registers a human: one User, one Device and one Persona.",
    description = {
      "  mmm account register anna",
      "  mmm account register anna --password                  asks for one",
      "  mmm account register anna --secret-file password.txt",
      "  mmm account register anna --invitation-file code.txt",
      "The recovery code that is printed is the way back in without a password: keep it."
    })
final class AccountRegisterCommand extends NodeCommand {
  @Parameters(paramLabel = "HUMAN", description = "The humanID to have.")
  private String human = "";

  @Option(names = "--first-name", paramLabel = "NAME", description = "For the Personal Profile.")
  private @Nullable String firstName;

  @Option(names = "--password", description = "Ask for a password, or read it from a pipe.")
  private boolean password;

  @Option(names = "--secret-file", paramLabel = "FILE", description = "Read the password there.")
  private @Nullable Path secretFile;

  @Option(
      names = "--invitation-file",
      paramLabel = "FILE",
      description = "Read the invitation code there.")
  private @Nullable Path invitationFile;

  @Override
  ExitCode perform(Session session) {
    ApiRequest request =
        ApiRequest.post("/api/v2.2/identity/register", null, body())
            .with("Idempotency-Key", Runs.newName());
    if (password || secretFile != null) {
      String secret = Secrets.readNew(surroundings(), "password", secretFile);
      byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
      request = request.with("MMM-Password", Base64.getEncoder().encodeToString(utf8));
    }
    if (invitationFile != null) {
      String code = Secrets.read(surroundings(), "invitation code", invitationFile);
      request = request.with("MMM-Invitation", code);
    }
    ApiAnswer answer = session.api().call(request).orFail("registering " + human);
    Outcome outcome = Outcome.of(answer);
    session.tokens().add(session.context(), outcome.tokens());
    ObjectNode shown = Json.object().put("humanID", human);
    shown.put("accountID", outcome.nil().orElse(""));
    shown.put("processes", String.join(", ", outcome.tokens().keySet()));
    shown.put("recoveryCode", answer.header("MMM-Recovery-Code"));
    printer().print(shown, Fields::table);
    return ExitCode.OK;
  }

  private ObjectNode body() {
    ObjectNode profile = Json.object().put("Header", "MMM-PPR-V2.2");
    if (firstName != null) {
      profile = Json.object().put("FirstName", firstName);
    }
    ObjectNode body = Json.object().put("sourceProcessID", human);
    body.putObject("complements").putArray("With").add(profile);
    return body;
  }
}
