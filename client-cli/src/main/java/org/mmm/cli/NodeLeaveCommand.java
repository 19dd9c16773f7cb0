package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import picocli.CommandLine.Command;

/** {@code mmm node leave}. */
@Command(
    name = "leave",
    header = "Drains a node, which then leaves the others and ends with code 0.",
    description = {"  mmm node leave node2", "  mmm node leave node2 --no-wait"},
    footerHeading = "%n",
    footer = {"Ask another node than the one that leaves (--context), to see it go to the end."})
final class NodeLeaveCommand extends DrainingCommand {
  @Override
  String verb() {
    return "leave";
  }

  @Override
  JsonNode await(Session session, JsonNode begun, DrainWatch watch) {
    JsonNode last =
        watch.await(
            begun,
            before -> progressUntilItGoes(session, watch.node(), before),
            now -> !isThere(session, watch.node()),
            "has not left");
    say(watch.node() + " has left");
    return last;
  }

  private static boolean isThere(Session session, String node) {
    for (JsonNode one : Json.list(read(session, "/admin/nodes"), "nodes")) {
      if (node.equals(Json.text(one, "name")) || node.equals(Json.text(one, "place"))) {
        return true;
      }
    }
    return false;
  }

  /** What was known last, if it goes between two questions. */
  private static JsonNode progressUntilItGoes(Session session, String node, JsonNode last) {
    try {
      JsonNode now = progress(session, node);
      return now.path("moved").isMissingNode() ? last : now;
    } catch (Failure e) {
      if (e.exit() == ExitCode.NOT_FOUND) {
        return last;
      }
      throw e;
    }
  }
}
