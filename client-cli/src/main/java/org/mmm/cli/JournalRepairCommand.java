package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mmm journal repair}. */
@Command(
    name = "repair",
    header = "Removes what a node wrote that had been taken over from already.",
    description = {
      "  mmm journal repair 'process|User1' --contact-points cass1:9042 --dry-run",
      "  mmm journal repair 'process|User1' --contact-points cass1:9042",
      "No node may run. What is removed is kept in a file in --data."
    })
final class JournalRepairCommand extends LocalCommand {
  @Mixin private JournalOptionsMixin where = new JournalOptionsMixin();

  @Parameters(paramLabel = "PERSISTENCE-ID", description = "An entity, such as process|User1.")
  private String entity = "";

  @Option(names = "--dry-run", description = "Only tell what would be removed.")
  private boolean dryRun;

  @Option(
      names = "--even-acknowledged",
      description = "Remove it although it may have been acknowledged.")
  private boolean evenAcknowledged;

  @Override
  ExitCode perform() throws InterruptedException {
    List<String> what = new ArrayList<>(List.of("--repair", "--entity", entity));
    if (dryRun) what.add("--dry-run");
    if (evenAcknowledged) what.add("--even-acknowledged");
    JsonNode told = where.ask(surroundings(), what, this::say);
    printer().print(told, JournalTable::strays);
    JournalTable.complaints(told).forEach(this::say);
    String kept = Json.text(told, "kept", "");
    String many = told.path(dryRun ? "wouldRemove" : "removed").asText("0");
    say(dryRun ? "would remove " + many : "removed " + many);
    if (!kept.isEmpty()) say("kept in " + kept);
    return ExitCode.OK;
  }
}
