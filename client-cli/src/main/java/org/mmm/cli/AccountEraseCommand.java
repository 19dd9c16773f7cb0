package org.mmm.cli;

import java.io.IOException;
import org.mmm.client.ApiRequest;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Paths;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mmm account erase}. */
@Command(
    name = "erase",
    header = "Erases the personal data of an Account, for good.",
    description = {
      "  mmm account erase Account1 --as User1          asks first",
      "  mmm account erase Account1 --as User1 --yes"
    })
final class AccountEraseCommand extends ReadCommand {
  @Parameters(paramLabel = "ACCOUNT", description = "An AccountID, or a name of the newest run.")
  private String account = "";

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Override
  ExitCode perform(Session session) throws IOException {
    String id = Runs.id(session, account);
    if (!yes && !confirmed(id)) {
      throw new Failure(ExitCode.FAILED, "not erased");
    }
    String path = "/api/account/" + Paths.segment(id);
    String key = Runs.newName();
    readers(session)
        .ask(
            "erasing " + id,
            one -> ApiRequest.delete(path, one.token()).with("Idempotency-Key", key));
    say(id + " is erased");
    return ExitCode.OK;
  }

  private boolean confirmed(String id) throws IOException {
    say("Erase " + id + "? It cannot be undone. Type the AccountID to go on:");
    return id.equals(surroundings().in().readLine());
  }
}
