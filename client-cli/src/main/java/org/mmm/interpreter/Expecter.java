package org.mmm.interpreter;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.script.Line;
import org.mmm.script.Operand.Num;
import org.mmm.script.Statement.Expect;
import org.mmm.script.Statement.Expected;

/** Waits as an {@code expect} line says, and binds the names that are new in it. */
final class Expecter {
  /** How long an expectation waits that does not say {@code within}. */
  static final Duration WITHIN = Duration.ofSeconds(5);

  private final RunState run;
  private final Watcher watcher;

  Expecter(RunState run) {
    this.run = run;
    this.watcher = new Watcher(run);
  }

  StepResult await(Line line, Expect expect, Names names, LastSentence last, Target target) {
    long begin = System.nanoTime();
    String subject = names.plain(expect.subject());
    try {
      subject = names.id(expect.subject());
      Optional<String> wrong = wrong(expect, names, last, target);
      String reason = wrong.isEmpty() ? "" : "NotSeen";
      ExitCode exit = wrong.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
      return result(line, subject, reason, wrong.orElse(""), begin, exit);
    } catch (IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage());
      return result(line, subject, "FaultyPA", why, begin, ExitCode.FAILED);
    } catch (Failure e) {
      String reason = e.exit() == ExitCode.NOT_AUTHENTICATED ? "Unauthenticated" : "Unable";
      return result(line, subject, reason, String.valueOf(e.getMessage()), begin, e.exit());
    }
  }

  /** What is not as expected; empty if all is. */
  private Optional<String> wrong(Expect expect, Names names, LastSentence last, Target target) {
    Duration within = expect.within().map(Num::duration).orElse(WITHIN);
    if (expect.what() instanceof Expected.State state) {
      StateCheck wanted = StateCheck.of(expect.subject(), state.complements(), names);
      return watcher.await(wanted, expect.negated(), last, target, within);
    }
    Expected.Act act = (Expected.Act) expect.what();
    Expectation wanted = Expectation.of(expect.subject(), act.action(), names);
    Optional<Map<String, String>> found = watcher.await(wanted, last, target, within);
    if (expect.negated()) {
      return found.map(bound -> "it was performed");
    }
    found.ifPresent(bound -> bound.forEach(run::bind));
    return found.isPresent()
        ? Optional.empty()
        : Optional.of("no such Action was performed within " + within.toMillis() + " ms");
  }

  private static StepResult result(
      Line line, String subject, String reason, String detail, long begin, ExitCode exit) {
    return new StepResult(
        line.at().line(),
        line.source(),
        subject,
        "expect",
        reason,
        detail,
        Clock.millisSince(begin),
        exit == ExitCode.OK,
        exit);
  }
}
