package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import picocli.CommandLine.Command;

/** {@code mmm node drain}. */
@Command(
    name = "drain",
    header = "Moves all shards off a node, which goes on answering.",
    description = {
      "  mmm node drain node2",
      "  mmm node drain node2 --no-wait",
      "  mmm node drain node2 --within 2m -o json"
    },
    footerHeading = "%n",
    footer = {
      "Exit code 6 if another drain is under way, or no other node has its roles; 7 if it takes",
      "longer than --within: it goes on then, until 'mmm node undrain'."
    })
final class NodeDrainCommand extends DrainingCommand {
  @Override
  String verb() {
    return "drain";
  }

  @Override
  JsonNode await(Session session, JsonNode begun, DrainWatch watch) {
    return watch.await(
        begun,
        before -> progress(session, watch.node()),
        now -> isDone(watch.node(), now),
        "is not drained");
  }

  private static boolean isDone(String node, JsonNode now) {
    String state = Json.text(now, "state", "");
    if (state.equals("open")) {
      throw new Failure(ExitCode.CONFLICT, node + " was undrained meanwhile");
    }
    return state.equals("drained");
  }
}
