package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.mmm.client.Durations;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import org.mmm.client.Pause;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mmm shard rebalance}. */
@Command(
    name = "rebalance",
    header = "Waits until no shard is left to move; prints what would move next.",
    description = {"  mmm shard rebalance --dry-run", "  mmm shard rebalance --within 1m"},
    footerHeading = "%n",
    footer = {
      "The nodes look once a second by themselves, and move what drains, what is pinned elsewhere,",
      "and then what is out of balance."
    })
final class ShardRebalanceCommand extends OperatorCommand {
  private static final Duration EVERY = Duration.ofSeconds(1);

  @Option(names = "--dry-run", description = "Print what would move next, and end.")
  private boolean dryRun;

  @Option(
      names = "--within",
      paramLabel = "TIME",
      converter = Options.DurationConverter.class,
      description = "How long to wait at most (default: 5m).")
  private Duration within = Duration.ofMinutes(5);

  @Override
  ExitCode perform(Session session) {
    long end = System.nanoTime() + within.toNanos();
    JsonNode next = read(session, "/admin/shards/moves");
    while (!dryRun && !Json.list(next, "shards").isEmpty()) {
      say(Json.list(next, "shards").size() + " shards move next");
      if (System.nanoTime() - end > 0) {
        throw new Failure(
            ExitCode.UNAVAILABLE, "shards are still moving after " + Durations.print(within));
      }
      Pause.of(EVERY);
      next = read(session, "/admin/shards/moves");
    }
    printer().print(next, ShardListCommand::table);
    return ExitCode.OK;
  }
}
