package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mmm.client.Activity;
import org.mmm.client.Api;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import org.mmm.client.Patience;
import org.mmm.client.Pause;
import org.mmm.print.OneLine;
import org.mmm.print.Printer;
import org.mmm.print.Style;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mmm log}. */
@Command(
    name = "log",
    header = "Shows what was done and what was refused.",
    description = {
      "  mmm log --of User1",
      "  mmm log --of User1 --follow",
      "  mmm log                      all Processes whose tokens are known, in one order",
      "  mmm log --of ParcelService -o json"
    })
final class LogCommand extends NodeCommand {
  /** Only one log can be waited for at the node; several are looked at in turn. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  /** So many logs are merged at most. */
  private static final int MOST_LOGS = 64;

  /** So many entries are remembered as shown, so that one in two logs is shown once. */
  private static final int MOST_SEEN = 100_000;

  @Option(names = "--of", paramLabel = "PROCESS", description = "Only the log of this Process.")
  private @Nullable String of;

  @Option(names = "--follow", description = "Go on showing what happens, until Ctrl-C.")
  private boolean follow;

  private final Set<String> seen = new HashSet<>();

  @Override
  ExitCode perform(Session session) {
    List<Activity> logs = logs(session);
    Printer printer = printer();
    boolean more = true;
    Reconnect reconnect =
        new Reconnect(
            follow ? options.patience(Patience.DEFAULT_RETRY_FOR).retryFor() : Duration.ZERO,
            this::say,
            System::nanoTime);
    while (more || follow) {
      Duration wait = follow && !more && logs.size() == 1 ? Activity.LONGEST_WAIT : Duration.ZERO;
      List<JsonNode> entries = new ArrayList<>();
      for (Activity log : logs) {
        entries.addAll(next(log, wait, reconnect));
      }
      more = !entries.isEmpty();
      entries.stream()
          .sorted(Comparator.comparing(LogCommand::order))
          .filter(this::isNew)
          .forEach(entry -> printer.each(entry, e -> line(e, printer.style())));
      if (follow && !more && logs.size() > 1) {
        Pause.of(LOOK_EVERY);
      }
    }
    return ExitCode.OK;
  }

  /** Nothing if the node is away just now: the log goes on from the same place later. */
  private static List<JsonNode> next(Activity log, Duration wait, Reconnect reconnect) {
    try {
      List<JsonNode> entries = log.next(wait);
      reconnect.connected();
      return entries;
    } catch (Failure e) {
      Pause.of(reconnect.lost(e));
      return List.of();
    }
  }

  private List<Activity> logs(Session session) {
    Map<String, String> tokens = new LinkedHashMap<>();
    if (of != null) {
      String id = Runs.id(session, of);
      tokens.put(
          id,
          session
              .tokens()
              .of(session.context(), id)
              .or(session::operatorToken)
              .orElseGet(() -> session.tokenOf(id)));
    } else {
      tokens.putAll(session.tokens().all(session.context()));
    }
    if (tokens.isEmpty() || tokens.size() > MOST_LOGS) {
      throw new Failure(
          tokens.isEmpty() ? ExitCode.NOT_AUTHENTICATED : ExitCode.USAGE,
          tokens.size()
              + " Processes have a token here; name one with --of PROCESS (at most "
              + MOST_LOGS
              + " logs are merged)");
    }
    // Who follows is told that the node is away, so it is not waited for without a word.
    Api api = follow ? Session.api(session.context(), Patience.none()) : session.api();
    return tokens.entrySet().stream()
        .map(one -> new Activity(api, one.getKey(), one.getValue(), ""))
        .toList();
  }

  /** Hybrid times are milliseconds and a counter, and 9 comes before 10. */
  private static BigDecimal order(JsonNode entry) {
    String[] parts = Json.text(entry, "hlc", "0.0").split("\\.", 2);
    BigDecimal millis = new BigDecimal(parts[0]);
    return parts.length < 2 ? millis : millis.add(new BigDecimal(parts[1]).movePointLeft(12));
  }

  private boolean isNew(JsonNode entry) {
    if (seen.size() >= MOST_SEEN) {
      seen.clear();
    }
    return seen.add(Json.text(entry, "processActionID", "") + " " + Json.text(entry, "status", ""));
  }

  private static String line(JsonNode entry, Style style) {
    String status = Json.text(entry, "status", "");
    boolean performed = status.equals("Ack");
    String outcome = performed ? style.good("Ack") : style.bad(Json.text(entry, "reason", status));
    String detail = performed ? "" : "  " + OneLine.of(Json.text(entry, "detail", ""));
    return style.faint(Json.text(entry, "time", ""))
        + "  "
        + OneLine.of(Sentences.of(entry))
        + "  -> "
        + outcome
        + detail;
  }
}
