package org.mmm.cli;

import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mmm peer limit}. */
@Command(
    name = "limit",
    header = "Allows an M-Instance so many Process Actions a minute.",
    description = {"  mmm peer limit meet.example --per-minute 60"})
final class PeerLimitCommand extends OperatorCommand {
  @Parameters(
      paramLabel = "M-INSTANCE",
      description = "Its ID: a host name, with a port if that is not 443.")
  private String peer = "";

  @Option(
      names = "--per-minute",
      paramLabel = "N",
      required = true,
      description = "How many, 1 to 1000000, at each node.")
  private int perMinute;

  @Override
  ExitCode perform(Session session) {
    var said = Json.object().put("standing", "limited").put("perMinute", perMinute);
    printer().print(post(session, peerPath(peer), said, "limit"), Fields::table);
    return ExitCode.OK;
  }
}
