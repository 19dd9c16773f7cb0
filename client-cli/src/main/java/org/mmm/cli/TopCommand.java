package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.jline.terminal.Terminal;
import org.mmm.client.ApiRequest;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Pause;
import org.mmm.print.Format;
import org.mmm.print.OneLine;
import org.mmm.top.Order;
import org.mmm.top.TopScreen;
import org.mmm.top.TopView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code mmm top}. */
@Command(
    name = "top",
    header = "Shows the nodes, their busiest Rooms, and the Actions, as they are now.",
    description = {
      "  mmm top                        live, until q or Ctrl-C",
      "  mmm top --sort p99             the slowest Actions first",
      "  mmm top --once -o json         the figures of all nodes, for a script",
      "  mmm top --count 10 | tee log   ten tables, one after another"
    })
final class TopCommand extends NodeCommand {
  private static final Duration SHORTEST = Duration.ofMillis(500);

  @Option(names = "--once", description = "Print once and end.")
  private boolean once;

  @Option(names = "--count", paramLabel = "N", description = "End after so many times.")
  private int count = Integer.MAX_VALUE;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      converter = Options.DurationConverter.class,
      description = "How long to wait in between, at least 500ms (default: 2s).")
  private Duration every = Duration.ofSeconds(2);

  @Option(
      names = "--sort",
      paramLabel = "BY",
      description = "The order of Actions: rate, p50, p99, refused or action (default: rate).")
  private Order sort = Order.rate;

  private int shown;

  @Override
  ExitCode perform(Session session) throws IOException {
    if (count < 1 || every.compareTo(SHORTEST) < 0) {
      throw new ParameterException(
          spec.commandLine(), "--count must be at least 1, and --every at least 500ms");
    }
    if (once) {
      count = 1;
    }
    String token = session.requireOperatorToken();
    boolean live = surroundings().terminal() && options.format == Format.table && !once;
    if (live) {
      watch(session, token);
    } else {
      print(session, token);
    }
    return ExitCode.OK;
  }

  private void print(Session session, String token) {
    while (true) {
      JsonNode all = figures(session, token);
      if (options.format == Format.table) {
        surroundings()
            .out()
            .print(TopView.of(all, sort, surroundings().style(), surroundings().width()));
        surroundings().out().flush();
      } else {
        printer().each(all, JsonNode::toString);
      }
      if (++shown >= count) {
        return;
      }
      if (options.format == Format.table) {
        printer().line("");
      }
      Pause.of(every);
    }
  }

  private void watch(Session session, String token) throws IOException {
    figures(session, token); // so that a wrong address or token is told before the screen is taken
    try (Terminal terminal = Terminals.open()) {
      new TopScreen(terminal, every)
          .run((width, height) -> screen(session, token, width), () -> ++shown < count);
    }
  }

  /** A node that is away for a moment does not end what is watched. */
  private String screen(Session session, String token, int width) {
    String where = session.context().url().toString();
    try {
      return where
          + "\n\n"
          + TopView.of(figures(session, token), sort, surroundings().style(), width);
    } catch (Failure e) {
      return where + "\n\n" + OneLine.of(String.valueOf(e.getMessage())) + "; asking again\n";
    }
  }

  private static JsonNode figures(Session session, String token) {
    return session
        .operatorApi()
        .call(ApiRequest.get("/admin/figures", token))
        .orFail("figures")
        .body();
  }
}
