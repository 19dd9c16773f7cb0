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
import org.mmm.home.Home;
import org.mmm.print.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mmm bench federation}. */
@Command(
    name = "federation",
    header = "Measures Messages to another M-Instance beside Messages that stay, in turns.",
    description = {
      "  mmm bench federation",
      "  mmm bench federation --users 1,16 --seconds 20 --rounds 3 -o json",
      "It starts two M-Instances of its own, with the world \"bench\" and with high limits for"
          + " each",
      "other. Each Message is acknowledged once its receiver has it in writing."
    })
final class BenchFederationCommand extends MetaversesCommand {
  @Option(
      names = "--users",
      split = ",",
      paramLabel = "N",
      description = "So many Users at once, measured one after the other (default: 1,16).")
  private List<Integer> users = List.of(1, 16);

  @Option(names = "--seconds", paramLabel = "S", description = "Of each measurement (default: 10).")
  private int seconds = 10;

  @Option(names = "--warm-up", paramLabel = "S", description = "Before each of them (default: 5).")
  private int warmUp = 5;

  @Option(names = "--rounds", paramLabel = "N", description = "Each so many times (default: 2).")
  private int rounds = 2;

  @Override
  void check() {
    users.forEach(this::plan);
  }

  @Override
  ExitCode measure(Home home, Metaverses two) throws InterruptedException {
    List<Plan> plans = users.stream().map(this::plan).toList();
    int most = plans.stream().mapToInt(Plan::users).max().orElseThrow();
    say("preparing " + most + " Users at both");
    Scene here = scene(home, "alpha", two.alpha(), most);
    List<String> there =
        scene(home, "beta", two.beta(), most).users().stream()
            .map(user -> user + "@" + two.beta().url().getRawAuthority())
            .toList();
    ObjectNode report = Json.object();
    ArrayNode results = report.putArray("measurements");
    long errors = 0;
    for (Plan plan : plans) {
      for (int round = 1; round <= rounds; round++) {
        for (boolean remote : new boolean[] {false, true}) {
          say("measuring " + plan.users() + " Users, " + (remote ? "to beta" : "within alpha"));
          List<String> receivers = remote ? there : here.users();
          Result result = Bench.ofLetters(plan, here, receivers).measure();
          results.add(result.json().put("to", remote ? "the other" : "its own"));
          errors += result.errors();
        }
      }
    }
    printer().print(report, BenchFederationCommand::table);
    return errors == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  private Plan plan(int count) {
    try {
      return new Plan(
          count, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), Long.MAX_VALUE, true, 1);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private static Table table(JsonNode report) {
    Table table =
        new Table(
            "USERS", "TO", "MESSAGES/S", "P50 MS", "P99 MS", "ERRORS", "REASON", "CLIENT CORES");
    for (JsonNode one : Json.list(report, "measurements")) {
      table.row(
          Json.text(one, "users", ""),
          Json.text(one, "to", ""),
          Json.text(one, "perSecond", ""),
          Json.text(one, "p50Millis", ""),
          Json.text(one, "p99Millis", ""),
          Json.text(one, "errors", ""),
          Json.text(one, "commonestReason", "-"),
          Json.text(one, "clientCores", "-"));
    }
    return table;
  }
}
