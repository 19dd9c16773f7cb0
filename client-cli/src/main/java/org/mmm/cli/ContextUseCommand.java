package org.mmm.cli;

import org.mmm.client.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm context use}. */
@Command(
    name = "use",
    header = "Makes a context the current one.",
    description = "  mmm context use city")
final class ContextUseCommand extends NodeCommand {
  @Parameters(paramLabel = "NAME", description = "A context.")
  private String name = "";

  @Override
  ExitCode perform(Session session) {
    session.home().contexts().use(name);
    return ExitCode.OK;
  }
}
