package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.mmm.bench.Bench;
import org.mmm.bench.Plan;
import org.mmm.bench.Result;
import org.mmm.bench.Scene;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import org.mmm.interpreter.RunState;
import org.mmm.print.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mmm bench actions}. */
@Command(
    name = "actions",
    header = "Measures acknowledged Process Actions: Users ask, wait, and ask again.",
    description = {
      "  mmm bench actions                                  on a node of its own",
      "  mmm bench actions --users 64 --seconds 30 -o json",
      "  mmm bench actions --square                         MM-Embed in MM-Square alone",
      "  mmm bench actions --url http://127.0.0.1:7070      on a node that runs",
      "With several --url the Users ask these nodes in turns.",
      "A node of its own has the world \"bench\" unless --world is given: high quotas.",
      "The mix: 40 %% MM-Embed over 16 Rooms, 40 %% MM-Send, 20 %% Identify."
    })
final class BenchActionsCommand extends BenchedCommand {
  @Option(
      names = "--users",
      split = ",",
      paramLabel = "N",
      description = "So many Users at once, one measurement each (default: 1,16,64).")
  private List<Integer> users = List.of(1, 16, 64);

  @Option(names = "--seconds", paramLabel = "S", description = "Of each measurement (default: 10).")
  private int seconds = 10;

  @Option(names = "--warm-up", paramLabel = "S", description = "Before each of them (default: 5).")
  private int warmUp = 5;

  @Option(
      names = "--max-actions",
      paramLabel = "N",
      description = "End a measurement after so many Actions (default: ${DEFAULT-VALUE}).")
  private long maxActions = 1_000_000;

  @Option(names = "--square", description = "Only MM-Embed, all in MM-Square.")
  private boolean square;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What the Users draw from (default: 1).")
  private long seed = 1;

  @Override
  ExitCode measure(Session session) throws InterruptedException {
    List<Plan> plans = users.stream().map(this::plan).toList();
    Scene scene = prepare(session, plans);
    ObjectNode report = Json.object();
    ArrayNode results = report.putArray("measurements");
    long errors = 0;
    for (Plan plan : plans) {
      say("measuring " + plan.users() + " Users");
      Result result = new Bench(plan, scene).measure();
      results.add(result.json());
      errors += result.errors();
    }
    printer().print(report, BenchActionsCommand::table);
    return errors == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  private Scene prepare(Session session, List<Plan> plans) {
    int most = plans.stream().mapToInt(Plan::users).max().orElseThrow();
    say("preparing " + most + " Users");
    RunState run = new RunState(Runs.begin(session, seed, List.of()));
    return Scene.prepare(target(session), nodes(session), run, most, square, seed);
  }

  @Override
  void check() {
    users.forEach(this::plan);
  }

  private Plan plan(int count) {
    try {
      return new Plan(
          count, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), maxActions, square, seed);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private static Table table(JsonNode report) {
    Table table =
        new Table(
            "USERS",
            "ACTIONS/S",
            "P50 MS",
            "P99 MS",
            "ACKNOWLEDGED",
            "ERRORS",
            "REASON",
            "EVENTS/ACTION",
            "CLIENT CORES");
    for (JsonNode one : Json.list(report, "measurements")) {
      table.row(
          Json.text(one, "users", ""),
          Json.text(one, "perSecond", ""),
          Json.text(one, "p50Millis", ""),
          Json.text(one, "p99Millis", ""),
          Json.text(one, "acknowledged", ""),
          Json.text(one, "errors", ""),
          Json.text(one, "commonestReason", "-"),
          Json.text(one, "journalEventsPerAction", "-"),
          Json.text(one, "clientCores", "-"));
    }
    return table;
  }
}
