package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import org.mmm.print.Table;
import org.mmm.script.Finding;
import org.mmm.script.ScriptChecker;
import org.mmm.script.ScriptError;
import org.mmm.script.ScriptException;
import org.mmm.script.ScriptParser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm check}. */
@Command(
    name = "check",
    header = "Finds what is wrong or doubtful in scripts, without performing them.",
    description = {"  mmm check phase0.mmm", "  mmm check *.mmm -o json"})
final class CheckCommand extends LocalCommand {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Scripts.")
  private List<Path> files = List.of();

  @Override
  ExitCode perform() {
    ObjectNode report = Json.object();
    ArrayNode findings = report.putArray("findings");
    boolean wrong = false;
    for (Path file : files) {
      wrong |= check(file, findings);
    }
    printer().print(report, CheckCommand::table);
    return wrong ? ExitCode.USAGE : ExitCode.OK;
  }

  private static boolean check(Path file, ArrayNode findings) {
    try {
      boolean wrong = false;
      for (Finding finding : ScriptChecker.check(ScriptParser.parse(ScriptFile.text(file)))) {
        boolean error = finding.severity() == Finding.Severity.ERROR;
        wrong |= error;
        add(findings, file, finding.error(), error ? "error" : "warning");
      }
      return wrong;
    } catch (ScriptException e) {
      e.errors().forEach(error -> add(findings, file, error, "error"));
      return true;
    }
  }

  private static void add(ArrayNode findings, Path file, ScriptError error, String severity) {
    findings
        .addObject()
        .put("file", file.toString())
        .put("line", error.line())
        .put("column", error.column())
        .put("severity", severity)
        .put("message", error.message())
        .put("hint", error.hint().orElse(""));
  }

  private static Table table(JsonNode report) {
    Table table = new Table("FILE", "LINE", "COLUMN", "", "WHAT", "HINT");
    for (JsonNode finding : Json.list(report, "findings")) {
      table.row(
          Json.text(finding, "file", ""),
          Json.text(finding, "line", ""),
          Json.text(finding, "column", ""),
          Json.text(finding, "severity", ""),
          Json.text(finding, "message", ""),
          Json.text(finding, "hint", ""));
    }
    return table.isEmpty() ? new Table("nothing found") : table;
  }
}
