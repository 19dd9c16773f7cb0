package org.mmm.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mmm.action.Action;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm explain}. */
@Command(
    name = "explain",
    header = "Explains an Action or a data type of Items.",
    description = {
      "  mmm explain MM-Embed",
      "  mmm explain \"Rights Change\"",
      "  mmm explain Room"
    })
final class ExplainCommand extends LocalCommand {
  @Parameters(paramLabel = "ACTION|ITEM", arity = "1..*", description = "A verb or a data type.")
  private String[] words = {};

  @Override
  ExitCode perform() {
    String wanted = String.join(" ", words);
    ObjectNode found =
        action(wanted)
            .map(ActionGuide::json)
            .or(() -> ItemGuide.find(wanted))
            .orElseThrow(
                () ->
                    new Failure(
                        ExitCode.NOT_FOUND,
                        "no Action or Item is called '"
                            + wanted
                            + "'; there are "
                            + String.join(", ", known().toList())));
    printer().print(found, Fields::table);
    return ExitCode.OK;
  }

  private static Optional<Action> action(String wanted) {
    return Action.ofVerb(wanted)
        .or(
            () ->
                Action.spellings().stream()
                    .filter(s -> s.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .flatMap(Action::ofVerb));
  }

  private static Stream<String> known() {
    return Stream.concat(
        Arrays.stream(Action.values()).map(Action::title), ItemGuide.names().stream());
  }
}
