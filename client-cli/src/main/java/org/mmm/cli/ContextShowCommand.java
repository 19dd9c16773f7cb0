package org.mmm.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mmm.client.ExitCode;
import picocli.CommandLine.Command;

/** {@code mmm context show}. */
@Command(
    name = "show",
    header = "Shows the context that commands use.",
    description = {"  mmm context show", "  mmm context show --context city -o json"})
final class ContextShowCommand extends NodeCommand {
  @Override
  ExitCode perform(Session session) {
    ObjectNode shown =
        ContextListCommand.json(session.context(), session.home().contexts().currentName());
    var processes = shown.putArray("tokensOf");
    session.tokens().all(session.context()).keySet().forEach(processes::add);
    printer().print(shown, Fields::table);
    return ExitCode.OK;
  }
}
