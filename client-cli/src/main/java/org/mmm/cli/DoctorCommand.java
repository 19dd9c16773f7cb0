package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmm.child.Distribution;
import org.mmm.client.ApiAnswer;
import org.mmm.client.ApiRequest;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import org.mmm.doctor.Check;
import org.mmm.doctor.ClusterChecks;
import org.mmm.print.Table;
import picocli.CommandLine.Command;

/** {@code mmm doctor}. */
@Command(
    name = "doctor",
    header = "Looks for what is not well with a node, its cluster and commands; tells the way out.",
    description = {
      "  mmm doctor",
      "  mmm doctor --context node2",
      "  mmm doctor --url http://127.0.0.1:7070 -o json"
    },
    footer = "Ends with 1 if a check failed, else with 0.")
final class DoctorCommand extends NodeCommand {
  private final List<Check> checks = new ArrayList<>();

  @Override
  ExitCode perform(Session session) {
    checks.add(Check.ok("java", Runtime.version().toString()));
    distribution();
    checks.add(Check.ok("home", session.home().dir().toString()));
    checks.add(Check.ok("tokens", session.tokens().all(session.context()).size() + " kept"));
    if (node(session)) {
      cluster(session);
    }
    ObjectNode report = Json.object();
    for (Check check : checks) {
      report
          .withArrayProperty("checks")
          .addObject()
          .put("check", check.what())
          .put("level", check.level().name())
          .put("state", check.state())
          .put("wayOut", check.wayOut());
    }
    printer().print(report, DoctorCommand::table);
    boolean failed = checks.stream().anyMatch(check -> check.level() == Check.Level.fail);
    return failed ? ExitCode.FAILED : ExitCode.OK;
  }

  private void distribution() {
    try {
      Distribution found =
          Distribution.find(System.getProperty("mmm.dist"), surroundings().environment());
      checks.add(Check.ok("distribution", found.dir().toString()));
    } catch (Failure e) {
      checks.add(Check.fail("distribution", "not found", String.valueOf(e.getMessage())));
    }
  }

  /** Whether it answers at all. */
  private boolean node(Session session) {
    String what = "node " + session.context().url();
    try {
      Instant asked = Instant.now();
      ApiAnswer ready = session.api().call(ApiRequest.get("/health/ready", null));
      checks.add(
          ready.ok()
              ? Check.ok(what, "ready")
              : Check.fail(what, "not ready: " + ready.reason(), "see the node's own messages"));
      clocks(ready, asked, Instant.now());
      return true;
    } catch (Failure e) {
      checks.add(Check.fail(what, String.valueOf(e.getMessage()), "mmm up"));
      return false;
    }
  }

  private void clocks(ApiAnswer answer, Instant asked, Instant answered) {
    String date = answer.header("Date");
    if (date == null) {
      return;
    }
    Instant there = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
    checks.add(ClusterChecks.hereAndThere(there, asked, answered));
  }

  private void cluster(Session session) {
    Optional<String> token = session.operatorToken();
    if (token.isEmpty()) {
      checks.add(
          Check.warn(
              "operator token",
              "not known, so the cluster is not looked at",
              "mmm context set "
                  + session.context().name()
                  + " --operator-token DATA/operator.token"));
      return;
    }
    checks.add(Check.ok("operator token", "known"));
    try {
      Instant asked = Instant.now();
      ApiAnswer figures = session.operatorApi().call(ApiRequest.get("/admin/figures", token.get()));
      JsonNode all = figures.orFail("figures").body();
      Duration took = Duration.between(asked, Instant.now());
      checks.addAll(ClusterChecks.of(all, took));
    } catch (Failure e) {
      checks.add(
          Check.fail(
              "cluster",
              String.valueOf(e.getMessage()),
              "give the operator token of this node, and look at its messages"));
    }
  }

  private static Table table(JsonNode report) {
    Table table = new Table("", "CHECK", "STATE", "WAY OUT");
    for (JsonNode check : Json.list(report, "checks")) {
      table.row(
          Json.text(check, "level", ""),
          Json.text(check, "check", ""),
          Json.text(check, "state", ""),
          Json.text(check, "wayOut", ""));
    }
    return table;
  }
}
