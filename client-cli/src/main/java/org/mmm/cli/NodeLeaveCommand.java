package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import org.mmm.client.Pause;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mmm node leave}. */
@Command(
    name = "leave",
    header = "Drains a node, which then leaves the others and ends with code 0.",
    description = {"  mmm node leave node2", "  mmm node leave node2 --no-wait"},
    footerHeading = "%n",
    footer = {"Ask another node than the one that leaves (--context), to see it go to the end."})
final class NodeLeaveCommand extends OperatorCommand {
  private static final Duration EVERY = Duration.ofMillis(500);

  @Parameters(paramLabel = "NODE", description = "Its name, or its host:port.")
  private String node = "";

  @Option(
      names = "--wait",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Whether to wait until it is gone (default: yes).")
  private boolean wait = true;

  @Option(
      names = "--within",
      paramLabel = "TIME",
      converter = Options.DurationConverter.class,
      description = "How long to wait at most (default: 10m).")
  private Duration within = Duration.ofMinutes(10);

  @Override
  ExitCode perform(Session session) {
    long end = System.nanoTime() + within.toNanos();
    JsonNode begun = post(session, nodePath(node) + "/leave", Json.object(), "leave");
    if (!wait) {
      printer().print(begun, Fields::table);
      return ExitCode.OK;
    }
    JsonNode last = begun;
    while (isThere(session)) {
      JsonNode now = progress(session, last);
      String line =
          node
              + ": "
              + sum(now.path("left"))
              + " shards left, "
              + sum(now.path("moved"))
              + " moved";
      if (!now.equals(last)) {
        say(line);
      }
      last = now;
      if (System.nanoTime() - end > 0) {
        throw new Failure(ExitCode.UNAVAILABLE, node + " has not left yet, and goes on leaving");
      }
      Pause.of(EVERY);
    }
    say(node + " has left");
    printer().print(last, DrainWatch::table);
    return ExitCode.OK;
  }

  private boolean isThere(Session session) {
    for (JsonNode one : Json.list(read(session, "/admin/nodes"), "nodes")) {
      if (node.equals(Json.text(one, "name")) || node.equals(Json.text(one, "place"))) {
        return true;
      }
    }
    return false;
  }

  /** What was known last, if it goes between two questions. */
  private JsonNode progress(Session session, JsonNode last) {
    try {
      JsonNode now = read(session, nodePath(node) + "/drain");
      return now.path("moved").isMissingNode() ? last : now;
    } catch (Failure e) {
      if (e.exit() == ExitCode.NOT_FOUND) {
        return last;
      }
      throw e;
    }
  }
}
