package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mmm journal inspect}. */
@Command(
    name = "inspect",
    header = "Lists the entities of a journal, or the events of one, and what is wrong with them.",
    description = {
      "  mmm journal inspect --data DIR",
      "  mmm journal inspect 'process|User1' --data DIR -o json",
      "  mmm journal inspect 'process|User1' --contact-points cass1:9042",
      "Personal data stay encrypted. An embedded journal must not be in use."
    })
final class JournalInspectCommand extends LocalCommand {
  @Mixin private JournalOptionsMixin where = new JournalOptionsMixin();

  @Parameters(
      arity = "0..1",
      paramLabel = "PERSISTENCE-ID",
      description = "An entity, such as process|User1 (default: all).")
  private @Nullable String entity;

  @Option(
      names = "--after",
      paramLabel = "LAST",
      description = "Go on after this entity, or after this sequence number.")
  private @Nullable String after;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "So many at most, 1 to 100000 (default: ${DEFAULT-VALUE}).")
  private int limit = 1_000;

  @Override
  ExitCode perform() throws InterruptedException {
    List<String> what = new ArrayList<>(List.of("--inspect", "--limit", String.valueOf(limit)));
    if (entity != null) what.addAll(List.of("--entity", entity));
    if (after != null) what.addAll(List.of("--after", after));
    JsonNode told = where.ask(surroundings(), what, this::say);
    if (entity == null) printer().print(told, JournalTable::entities);
    else printer().print(told, JournalTable::events);
    String next = told.path("next").asText();
    if (!next.isEmpty()) say("there are more: add --after '" + next + "'");
    JournalTable.complaints(told).forEach(this::say);
    return ExitCode.OK;
  }
}
