package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that moves the shards of a node to the others, and waits until they are there. */
abstract class DrainingCommand extends OperatorCommand {
  private static final Duration EVERY = Duration.ofMillis(500);

  @Parameters(paramLabel = "NODE", description = "Its name, or its host:port.")
  private String node = "";

  @Option(
      names = "--wait",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Whether to wait until it is done (default: yes).")
  private boolean wait = true;

  @Option(
      names = "--within",
      paramLabel = "TIME",
      converter = Options.DurationConverter.class,
      description = "How long to wait at most (default: 10m).")
  private Duration within = Duration.ofMinutes(10);

  /** What the node is asked to do, as the Operator API calls it. */
  abstract String verb();

  /** Follows it to the end; what was known last. */
  abstract JsonNode await(Session session, JsonNode begun, DrainWatch watch);

  @Override
  final ExitCode perform(Session session) {
    JsonNode begun = post(session, nodePath(node) + "/" + verb(), Json.object(), verb());
    if (wait) {
      JsonNode end = await(session, begun, new DrainWatch(node, EVERY, within, this::say));
      printer().print(end, DrainWatch::table);
    } else {
      printer().print(begun, Fields::table);
    }
    return ExitCode.OK;
  }

  /** How far it is; fails if the node is not among the others. */
  static JsonNode progress(Session session, String node) {
    return read(session, nodePath(node) + "/drain");
  }
}
