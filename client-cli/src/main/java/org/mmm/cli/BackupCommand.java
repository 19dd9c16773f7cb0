package org.mmm.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.mmm.client.ApiRequest;
import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm backup}. */
@Command(
    name = "backup",
    header = "Lets a running node write a backup, on its own disk.",
    description = {
      "  mmm backup /backups/monday.zip",
      "  mmm restore /backups/monday.zip --data fresh     puts it back, into an empty directory"
    })
final class BackupCommand extends NodeCommand {
  private static final Duration LONG = Duration.ofMinutes(30);

  @Parameters(paramLabel = "FILE", description = "A file that does not exist, on the node's disk.")
  private Path file = Path.of("");

  @Override
  ExitCode perform(Session session) {
    var body = Json.object().put("path", file.toAbsolutePath().toString());
    ApiRequest request =
        ApiRequest.post("/admin/backup", session.requireOperatorToken(), body)
            .with("Idempotency-Key", Runs.newName())
            .within(LONG);
    session.operatorApi().call(request).orFail("backup");
    say("written: " + file.toAbsolutePath());
    return ExitCode.OK;
  }
}
