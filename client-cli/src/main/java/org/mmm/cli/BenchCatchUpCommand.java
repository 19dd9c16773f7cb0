package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.IntSupplier;
import org.mmm.bench.CatchUp;
import org.mmm.bench.Scene;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import org.mmm.client.Patience;
import org.mmm.home.Home;
import org.mmm.print.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mmm bench catch-up}. */
@Command(
    name = "catch-up",
    header = "Measures how fast Messages come to an M-Instance that was away.",
    description = {
      "  mmm bench catch-up",
      "  mmm bench catch-up --users 1,10 --letters 500 -o json",
      "It starts two M-Instances of its own, stops one, writes Messages to it, and starts it"
          + " again.",
      "It ends with 1 if one is missing, comes twice, or not in the order of its User."
    })
final class BenchCatchUpCommand extends MetaversesCommand {
  @Option(
      names = "--users",
      split = ",",
      paramLabel = "N",
      description = "So many Users write, measured one after the other (default: 10).")
  private List<Integer> users = List.of(10);

  @Option(
      names = "--letters",
      paramLabel = "N",
      defaultValue = "500",
      description =
          "Messages of all of them, 1 to 10000, of one at most 1000 (default: ${DEFAULT-VALUE}).")
  private int letters;

  @Override
  void check() {
    for (int count : users) {
      try {
        CatchUp.check(letters, count);
      } catch (IllegalArgumentException e) {
        throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
      }
    }
  }

  @Override
  ExitCode measure(Home home, Metaverses two) throws IOException, InterruptedException {
    ObjectNode report = Json.object();
    ArrayNode results = report.putArray("measurements");
    boolean fine = true;
    for (int count : users) {
      Scene here = scene(home, "alpha", two.alpha(), count);
      Scene there = scene(home, "beta", two.beta(), count);
      String id = two.beta().url().getRawAuthority();
      CatchUp catching = new CatchUp(here, there, count, id);
      Session alpha = session(home, NodeOptionsMixin.context("alpha", two.alpha()));
      IntSupplier waiting =
          () -> OperatorCommand.read(alpha, OperatorCommand.peerPath(id)).path("letters").asInt();
      say("writing " + letters + " Messages of " + count + " Users while beta is away");
      two.stopBeta();
      catching.write(letters, waiting);
      two.startBeta(this::say);
      CatchUp.Report done =
          catching.come(
              letters,
              waiting,
              Session.api(NodeOptionsMixin.context("beta", two.beta()), Patience.none()));
      results.add(done.json().put("users", count));
      fine &= done.fine();
    }
    printer().print(report, BenchCatchUpCommand::table);
    return fine ? ExitCode.OK : ExitCode.FAILED;
  }

  private static Table table(JsonNode report) {
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
}
