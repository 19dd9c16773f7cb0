package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.client.ActionCall;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import org.mmm.client.Outcome;
import org.mmm.client.Patience;
import picocli.CommandLine.Option;

/** Has a Process Resolve: what it says in a session's matters is a stage of a Resolution Item. */
abstract class ResolvingCommand extends NodeCommand {
  @Option(
      names = "--as",
      paramLabel = "PROCESS",
      required = true,
      description = "Who asks: an ID, or a name of the newest run.")
  private String process = "";

  @Override
  Duration retryFor() {
    return Patience.DEFAULT_RETRY_FOR;
  }

  /**
   * The ID of the session.
   *
   * @param named the session; null if it is to be opened
   */
  final String resolve(Session session, @Nullable String named, String stage, JsonNode content) {
    String source = Runs.id(session, process);
    ObjectNode item = Json.object().put("Header", "MMM-RES-V2.2");
    item.putArray("Sequence").addObject().set(stage, content);
    ObjectNode complements = Json.object();
    if (named != null) complements.put("Nil", named);
    complements.putArray("With").add(item);
    Outcome outcome =
        session
            .api()
            .perform(
                new ActionCall(
                    Edition.TEC_2_2,
                    Action.RESOLVE,
                    source,
                    complements,
                    Runs.newName(),
                    session.tokenOf(source),
                    false));
    if (!outcome.acknowledged()) {
      throw new Failure(outcome.exit(), outcome.reason() + ": " + outcome.detail());
    }
    return outcome.nil().orElse(named == null ? "" : named);
  }

  final void tell(String id, String what) {
    printer().print(Json.object().put("session", id).put("is", what), Fields::table);
  }
}
