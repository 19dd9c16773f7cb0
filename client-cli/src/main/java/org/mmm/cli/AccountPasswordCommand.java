package org.mmm.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ApiRequest;
import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mmm account password}. */
@Command(
    name = "password",
    header = "Sets or changes the password of a human.",
    description = {
      "  mmm account password anna                     asks for the old one and the new one",
      "  mmm account password anna --recovery-code     asks for the recovery code instead",
      "  mmm account password anna < two-lines.txt     the old one, then the new one"
    })
final class AccountPasswordCommand extends NodeCommand {
  @Parameters(paramLabel = "HUMAN", description = "The humanID, or a name of the newest run.")
  private String human = "";

  @Option(
      names = "--recovery-code",
      description = "Prove who you are by the recovery code, not by the old password.")
  private boolean recoveryCode;

  @Option(names = "--secret-file", paramLabel = "FILE", description = "Read the old secret there.")
  private @Nullable Path secretFile;

  @Option(names = "--new-secret-file", paramLabel = "FILE", description = "Read the new one there.")
  private @Nullable Path newSecretFile;

  @Override
  ExitCode perform(Session session) {
    String id = Runs.id(session, human);
    String what = recoveryCode ? "recovery code" : "old password";
    String old = Secrets.read(surroundings(), what, secretFile);
    String password = Secrets.readNew(surroundings(), "new password", newSecretFile);
    var body = Json.object().put("humanID", id).put("newPassword", password);
    body.put(recoveryCode ? "recoveryCode" : "password", old);
    session
        .api()
        .call(ApiRequest.post("/api/password", null, body))
        .orFail("setting the password of " + id);
    say("the password of " + id + " is set");
    return ExitCode.OK;
  }
}
