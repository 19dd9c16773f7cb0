package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import org.mmm.bench.Bench;
import org.mmm.bench.CatchUp;
import org.mmm.bench.Plan;
import org.mmm.bench.Result;
import org.mmm.bench.Scene;
import org.mmm.child.Distribution;
import org.mmm.child.NodeProcess;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import org.mmm.client.Patience;
import org.mmm.home.Context;
import org.mmm.home.Home;
import org.mmm.interpreter.RunState;
import org.mmm.print.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mmm bench federation}. */
@Command(
    name = "federation",
    header = "Measures Messages to another M-Instance beside Messages that stay, in turns.",
    description = {
      "  mmm bench federation",
      "  mmm bench federation --users 1,16 --seconds 20 --rounds 3 -o json",
      "  mmm bench federation --users 10 --catch-up 500",
      "It starts two M-Instances of its own, with the world \"bench\" and with high limits for"
          + " each",
      "other. Each Message is acknowledged once its receiver has it in writing."
    })
final class BenchFederationCommand extends LocalCommand {
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

  @Option(
      names = "--catch-up",
      paramLabel = "N",
      description =
          "Instead: write so many Messages while the other is away, up to 10000, and measure how"
              + " fast they come once it is back.")
  private int catchUp;

  @Mixin private NodeOptionsMixin node = new NodeOptionsMixin();

  @Override
  ExitCode perform() throws IOException, InterruptedException {
    if (catchUp < 0 || catchUp > CatchUp.AT_MOST) {
      throw new Failure(
          ExitCode.USAGE, "--catch-up must be 1 to " + CatchUp.AT_MOST + ", was " + catchUp);
    }
    List<Plan> plans = users.stream().map(this::plan).toList();
    Path directory = Files.createTempDirectory("mmm-federation-");
    Distribution distribution =
        Distribution.find(System.getProperty("mmm.dist"), surroundings().environment());
    if (node.world == null) node.world = Path.of("bench");
    Path limits = directory.resolve("limits.conf");
    Files.writeString(
        limits,
        "mmm.federation { per-minute = 1000000, arrivals-at-most = 100000,"
            + " letters-at-most = 100000, in-flight-per-peer = 10000 }\n");
    try (Metaverses two =
        Metaverses.start(
            distribution, node, directory, List.of("--config", limits.toString()), this::say)) {
      Home home = new Home(directory.resolve("home"));
      two.introduce(home);
      return catchUp > 0 ? catchUp(home, two) : measure(home, two, plans);
    } finally {
      TemporaryFiles.remove(directory);
    }
  }

  private ExitCode measure(Home home, Metaverses two, List<Plan> plans)
      throws InterruptedException {
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

  private ExitCode catchUp(Home home, Metaverses two) throws IOException, InterruptedException {
    ObjectNode report = Json.object();
    ArrayNode results = report.putArray("measurements");
    boolean fine = true;
    for (int count : users) {
      Scene here = scene(home, "alpha", two.alpha(), count);
      Scene there = scene(home, "beta", two.beta(), count);
      String id = two.beta().url().getRawAuthority();
      CatchUp letters = new CatchUp(here, there, count, id);
      Session alpha = session(home, NodeOptionsMixin.context("alpha", two.alpha()));
      IntSupplier waiting =
          () -> OperatorCommand.read(alpha, OperatorCommand.peerPath(id)).path("letters").asInt();
      say("writing " + catchUp + " Messages of " + count + " Users while beta is away");
      two.stopBeta();
      letters.write(catchUp, waiting);
      two.startBeta(this::say);
      CatchUp.Report done =
          letters.come(
              catchUp,
              waiting,
              Session.api(NodeOptionsMixin.context("beta", two.beta()), Patience.none()));
      results.add(done.json().put("users", count));
      fine &= done.fine();
    }
    printer().print(report, BenchFederationCommand::catchUpTable);
    return fine ? ExitCode.OK : ExitCode.FAILED;
  }

  private static Session session(Home home, Context context) {
    return new Session(home, context, Session.api(context, Patience.none()), Patience.none());
  }

  private static Table catchUpTable(JsonNode report) {
    Table table =
        new Table(
            "USERS",
            "MESSAGES",
            "FIRST AFTER S",
            "THEN S",
            "PER SECOND",
            "MISSING",
            "DOUBLED",
            "OUT OF ORDER");
    for (JsonNode one : Json.list(report, "measurements")) {
      table.row(
          Json.text(one, "users", ""),
          Json.text(one, "letters", ""),
          Json.text(one, "firstSeconds", ""),
          Json.text(one, "seconds", ""),
          Json.text(one, "perSecond", ""),
          Json.text(one, "missing", ""),
          Json.text(one, "doubled", ""),
          Json.text(one, "disordered", ""));
    }
    return table;
  }

  private static Scene scene(Home home, String name, NodeProcess at, int count) {
    var context = NodeOptionsMixin.context(name, at);
    Session session = session(home, context);
    RunState run = new RunState(Runs.begin(session, 1, List.of()));
    return Scene.prepare(
        BenchedCommand.target(session), BenchedCommand.nodes(session), run, count, true, 1);
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
