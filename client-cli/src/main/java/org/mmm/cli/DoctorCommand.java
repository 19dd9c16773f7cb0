package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.mmm.child.Distribution;
import org.mmm.client.ApiAnswer;
import org.mmm.client.ApiRequest;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import org.mmm.print.Table;
import picocli.CommandLine.Command;

/** {@code mmm doctor}. */
@Command(
    name = "doctor",
    header = "Looks for what keeps commands from working, and tells the way out.",
    description = {"  mmm doctor", "  mmm doctor --url http://127.0.0.1:7070 -o json"})
final class DoctorCommand extends NodeCommand {
  /** Beyond this, times in logs of two machines mislead. */
  private static final Duration CLOCKS = Duration.ofSeconds(5);

  private final ArrayNode checks = Json.array();
  private boolean bad;

  @Override
  ExitCode perform(Session session) {
    check("java", true, Runtime.version().toString(), "");
    distribution();
    check("home", true, session.home().dir().toString(), "");
    node(session);
    boolean operator = session.operatorToken().isPresent();
    check("operator token", true, operator ? "known" : "not known", "");
    check("tokens", true, session.tokens().all(session.context()).size() + " kept", "");
    ObjectNode report = Json.object();
    report.set("checks", checks);
    printer().print(report, DoctorCommand::table);
    return bad ? ExitCode.FAILED : ExitCode.OK;
  }

  private void distribution() {
    try {
      Distribution found =
          Distribution.find(System.getProperty("mmm.dist"), surroundings().environment());
      check("distribution", true, found.dir().toString(), "");
    } catch (Failure e) {
      check("distribution", false, "not found", String.valueOf(e.getMessage()));
    }
  }

  private void node(Session session) {
    String url = session.context().url().toString();
    try {
      ApiAnswer ready = session.api().call(ApiRequest.get("/health/ready", null));
      String state = ready.ok() ? "ready" : "not ready: " + ready.reason();
      check("node " + url, ready.ok(), state, "see the node's own messages");
      clocks(ready);
    } catch (Failure e) {
      check("node " + url, false, String.valueOf(e.getMessage()), "mmm up");
    }
  }

  private void clocks(ApiAnswer answer) {
    String date = answer.header("Date");
    if (date == null) {
      return;
    }
    Instant there = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
    Duration apart = Duration.between(there, Instant.now()).abs();
    String state = apart.toSeconds() + " s apart";
    check("clocks", apart.compareTo(CLOCKS) < 0, state, "set both clocks by NTP");
  }

  private void check(String what, boolean good, String state, String wayOut) {
    bad |= !good;
    checks
        .addObject()
        .put("check", what)
        .put("good", good)
        .put("state", state)
        .put("wayOut", good ? "" : wayOut);
  }

  private static Table table(JsonNode report) {
    Table table = new Table("", "CHECK", "STATE", "WAY OUT");
    for (JsonNode check : Json.list(report, "checks")) {
      table.row(
          check.path("good").asBoolean() ? "ok" : "BAD",
          Json.text(check, "check", ""),
          Json.text(check, "state", ""),
          Json.text(check, "wayOut", ""));
    }
    return table;
  }
}
