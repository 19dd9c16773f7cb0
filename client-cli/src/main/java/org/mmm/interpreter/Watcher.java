package org.mmm.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mmm.client.Activity;
import org.mmm.client.ApiAnswer;
import org.mmm.client.ApiRequest;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Paths;
import org.mmm.client.Pause;

/** Waits for what other Processes do, and for what holds, by reading logs and Items. */
final class Watcher {
  /** One request waits so long at the end of a log; the node answers at once when there is news. */
  private static final Duration TURN = Duration.ofSeconds(1);

  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  /** So many Processes are tried when looking for one that may read an Item. */
  private static final int READERS = 8;

  private final RunState run;
  private final Map<String, LogBook> books = new ConcurrentHashMap<>();

  Watcher(RunState run) {
    this.run = run;
  }

  /**
   * Waits until the Action is in the log of a Process that it mentions.
   *
   * @return what its open names stand for; empty if it was not there in time
   * @throws Failure NOT_AUTHENTICATED if none of the Processes mentioned has a token
   */
  Optional<Map<String, String>> await(
      Expectation wanted, LastSentence last, Target target, Duration within) {
    LogBook book = bookOfAny(wanted.mentioned(), target);
    long end = System.nanoTime() + within.toNanos();
    Duration wait = Duration.ZERO;
    while (true) {
      List<JsonNode> entries = book.read(wait);
      String began = began(last, target, entries);
      for (JsonNode entry : entries) {
        Optional<Map<String, String>> bound =
            Moment.notBefore(entry, began) ? wanted.match(entry) : Optional.empty();
        if (bound.isPresent()) {
          return bound;
        }
      }
      Duration left = Duration.ofNanos(end - System.nanoTime());
      if (left.isNegative() || left.isZero()) {
        return Optional.empty();
      }
      wait = left.compareTo(TURN) < 0 ? left : TURN;
      if (left.compareTo(TURN) < 0) {
        // A node waits whole seconds: the last of them is spent looking, to end in time.
        wait = Duration.ZERO;
        Pause.of(left.compareTo(LOOK_EVERY) < 0 ? left : LOOK_EVERY);
      }
    }
  }

  /**
   * Waits until the state is, or with {@code negated} is not, as wanted.
   *
   * @return what is wrong; empty if it came to hold in time
   */
  Optional<String> await(
      StateCheck wanted, boolean negated, LastSentence last, Target target, Duration within) {
    long end = System.nanoTime() + within.toNanos();
    while (true) {
      Optional<String> mismatch = look(wanted, last, target);
      if (mismatch.isPresent() == negated) {
        return Optional.empty();
      }
      if (System.nanoTime() >= end) {
        return negated ? Optional.of("it still holds") : mismatch;
      }
      Pause.of(LOOK_EVERY);
    }
  }

  private Optional<String> look(StateCheck wanted, LastSentence last, Target target) {
    String why = "no Process of this run may read " + wanted.item();
    for (String token : readers(wanted, last, target)) {
      String path = "/api/v2.2/items/" + Paths.segment(wanted.item());
      ApiAnswer answer = target.api().call(ApiRequest.get(path, token));
      if (answer.ok()) {
        return wanted.mismatch(answer.body());
      }
      if (answer.status() != 403 && answer.status() != 404 && answer.status() != 401) {
        answer.orFail("reading " + wanted.item());
      }
      why = wanted.item() + ": " + answer.reason();
    }
    return Optional.of(why);
  }

  private Set<String> readers(StateCheck wanted, LastSentence last, Target target) {
    Set<String> tokens = new LinkedHashSet<>();
    wanted.wanted().forEach(one -> token(one.value(), target).ifPresent(tokens::add));
    if (last.target().equals(target.name())) {
      token(last.process(), target).ifPresent(tokens::add);
    }
    run.tokens().values().stream().limit(READERS).forEach(tokens::add);
    return tokens;
  }

  private @Nullable String began(LastSentence last, Target target, List<JsonNode> entries) {
    Optional<String> here = beganIn(entries, last);
    if (here.isPresent() || last.processActionId() == null) {
      return here.orElse(last.notLater());
    }
    // The log of another M-Instance is not asked for here, and is in an order of its own.
    if (!last.target().equals(target.name())) return last.notLater();
    Optional<LogBook> own = book(last.process(), target);
    return own.flatMap(book -> beganIn(book.read(Duration.ZERO), last)).orElse(last.notLater());
  }

  private static Optional<String> beganIn(List<JsonNode> entries, LastSentence last) {
    return entries.stream()
        .filter(last::is)
        .map(entry -> entry.path("began").asText(""))
        .filter(began -> !began.isEmpty())
        .min(String::compareTo);
  }

  private LogBook bookOfAny(List<String> processes, Target target) {
    for (String process : processes) {
      Optional<LogBook> book = book(process, target);
      if (book.isPresent()) {
        return book.get();
      }
    }
    throw new Failure(
        ExitCode.NOT_AUTHENTICATED,
        "no token of any of "
            + String.join(", ", processes)
            + "; 'mmm token PROCESS' gets one for an operator");
  }

  private Optional<LogBook> book(String process, Target target) {
    return token(process, target)
        .map(
            token ->
                books.computeIfAbsent(
                    target.name() + " " + process,
                    key -> new LogBook(new Activity(target.api(), process, token, ""))));
  }

  private Optional<String> token(String process, Target target) {
    return run.token(process).or(() -> target.tokens().apply(process));
  }
}
