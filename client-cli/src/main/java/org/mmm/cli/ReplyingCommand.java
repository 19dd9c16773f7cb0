package org.mmm.cli;

import com.fasterxml.jackson.databind.node.BooleanNode;
import org.mmm.client.ExitCode;
import picocli.CommandLine.Parameters;

/** Has a Process reply to an invitation, the third stage of a Resolution: it is in, or is not. */
abstract class ReplyingCommand extends ResolvingCommand {
  private final boolean accepts;
  private final String done;

  @Parameters(
      paramLabel = "SESSION",
      description = "Its ID, or a name of the newest run; with @ and its M-Instance if of another.")
  private String id = "";

  /**
   * @param done what is told when it is done
   */
  ReplyingCommand(boolean accepts, String done) {
    this.accepts = accepts;
    this.done = done;
  }

  @Override
  ExitCode perform(Session session) {
    String named = Runs.id(session, id);
    resolve(session, named, "ProcessBToResolBResponse", BooleanNode.valueOf(accepts));
    tell(named, done);
    return ExitCode.OK;
  }
}
