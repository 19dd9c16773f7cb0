package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ActionCall;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import org.mmm.client.Outcome;
import org.mmm.interpreter.Question;
import org.mmm.interpreter.RunState;
import org.mmm.print.Table;
import org.mmm.script.Statement.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mmm right why}. */
@Command(
    name = "why",
    header = "Tells by what a sentence would be permitted or refused; performs nothing.",
    description = {
      "  mmm right why \"User2 MM-Embeds Persona2 At Room1\"",
      "  mmm right why \"User2 MM-Embeds Persona2 At Room1\" -o json"
    })
final class WhyCommand extends NodeCommand {
  @Parameters(paramLabel = "SENTENCE", description = "One sentence of MMM-Script.")
  private String text = "";

  @Option(names = "--run", paramLabel = "RUN", description = "The run whose names are used.")
  private @Nullable String run;

  @Override
  ExitCode perform(Session session) {
    Sentence sentence = sentence();
    RunState state = Runs.forSentence(session, run);
    Outcome outcome = session.api().perform(call(session, state, sentence));
    boolean decided = outcome.acknowledged() || outcome.exit() == ExitCode.REFUSED;
    if (!decided && outcome.derivation().isEmpty()) {
      throw new Failure(outcome.exit(), outcome.reason() + ": " + outcome.detail());
    }
    ObjectNode answer = Json.object();
    answer.put("sentence", text).put("permitted", outcome.acknowledged());
    answer.put("reason", outcome.reason()).put("detail", outcome.detail());
    answer.putArray("derivation").addAll(outcome.derivation());
    printer().print(answer, WhyCommand::table);
    return ExitCode.OK;
  }

  private static ActionCall call(Session session, RunState state, Sentence sentence) {
    try {
      return Question.of(state, sentence, Targets.of(session), Runs.newName());
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private Sentence sentence() {
    return ScriptFile.of("", "sentence", text).script().lines().stream()
        .flatMap(line -> line.statement().stream())
        .filter(Sentence.class::isInstance)
        .map(Sentence.class::cast)
        .findFirst()
        .orElseThrow(() -> new Failure(ExitCode.USAGE, "'" + text + "' is no sentence"));
  }

  private static Table table(JsonNode answer) {
    boolean permitted = answer.path("permitted").asBoolean();
    Table table = new Table("ENTITY", "DECISION", "WHY");
    for (JsonNode line : Json.list(answer, "derivation")) {
      table.row(
          Json.text(line, "entity", ""),
          Json.text(line, "decision", ""),
          Json.text(line, "sentence", ""));
    }
    String reason = Json.text(answer, "reason", "");
    String detail = Json.text(answer, "detail", "");
    return table.row("", permitted ? "permitted" : "refused: " + reason, detail);
  }
}
