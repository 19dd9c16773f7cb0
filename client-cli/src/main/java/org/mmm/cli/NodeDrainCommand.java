package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
final class NodeDrainCommand extends OperatorCommand {
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

  @Override
  ExitCode perform(Session session) {
    JsonNode begun = post(session, nodePath(node) + "/drain", Json.object(), "drain");
    if (!wait) {
      printer().print(begun, Fields::table);
      return ExitCode.OK;
    }
    printer().print(new DrainWatch(session, node, within, this::say).await(), DrainWatch::table);
    return ExitCode.OK;
  }
}
