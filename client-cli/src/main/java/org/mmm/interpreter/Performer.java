package org.mmm.interpreter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mmm.action.Action;
import org.mmm.action.Preposition;
import org.mmm.client.ActionCall;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Outcome;
import org.mmm.pa.Reason;
import org.mmm.script.Operand.Name;
import org.mmm.script.Phrase;
import org.mmm.script.Statement.Sentence;

/** Performs one sentence: sends it, binds what it yields, and compares how it ended. */
final class Performer {
  private final RunState run;

  Performer(RunState run) {
    this.run = run;
  }

  /** What became of a sentence. */
  record Done(StepResult result, LastSentence last) {}

  Done perform(String source, Sentence sentence, Step step, Names names, Draw draw, Target target) {
    long begin = System.nanoTime();
    Phrase phrase = sentence.action();
    String subject = sentence.subject().text();
    List<String> into = List.of();
    try {
      into = into(phrase, names);
      subject = names.id(sentence.subject());
      ActionCall call = call(sentence, step, names, draw, target);
      Outcome outcome = target.api().perform(call);
      long millis = Clock.millisSince(begin);
      String missing = outcome.acknowledged() ? bind(phrase, into, names, call, outcome) : "";
      if (!outcome.acknowledged()) {
        into.forEach(run::promise);
      }
      StepResult result = judge(source, sentence, step, subject, outcome, missing, millis);
      return new Done(result, last(target.name(), subject, outcome, millis));
    } catch (IllegalArgumentException e) {
      into.forEach(run::promise);
      String why = String.valueOf(e.getMessage());
      return failed(source, sentence, step, subject, "FaultyPA", why, begin, ExitCode.FAILED);
    } catch (Failure e) {
      into.forEach(run::promise);
      String reason = e.exit() == ExitCode.UNKNOWN ? "Unknown" : "Unable";
      String why = String.valueOf(e.getMessage());
      return failed(source, sentence, step, subject, reason, why, begin, e.exit());
    }
  }

  /** The request that the sentence stands for. */
  ActionCall call(Sentence sentence, Step step, Names names, Draw draw, Target target) {
    Phrase phrase = sentence.action();
    String subject = names.id(sentence.subject());
    String key = step.key(run.name());
    ObjectNode complements = Wire.complements(subject, phrase, new Operands(names, draw, key));
    Optional<String> token = run.token(subject).or(() -> target.tokens().apply(subject));
    if (token.isEmpty() && phrase.action() != Action.REGISTER) {
      throw new Failure(
          ExitCode.NOT_AUTHENTICATED,
          "no token of " + subject + "; register it, or get one with 'mmm token " + subject + "'");
    }
    return new ActionCall(
        Wire.edition(phrase),
        phrase.action(),
        subject,
        complements,
        key,
        phrase.action() == Action.REGISTER ? null : token.orElseThrow(),
        false);
  }

  /** Binds what the sentence names and brings into being; returns what could not be bound. */
  private String bind(
      Phrase phrase, List<String> into, Names names, ActionCall call, Outcome outcome) {
    run.learn(outcome.tokens());
    if (Operands.isCapture(phrase.action())
        && !phrase.operands().isEmpty()
        && phrase.operands().get(0) instanceof Name name) {
      String asked = call.complements().path("Nil").asText("");
      run.bind(names.plain(name), outcome.nil().orElse(asked));
    }
    if (into.isEmpty()) {
      return "";
    }
    Map<String, String> bound =
        Yield.bind(into, Yield.of(phrase.action(), call.complements(), outcome));
    bound.forEach(run::bind);
    List<String> missing = into.stream().filter(name -> !bound.containsKey(name)).toList();
    missing.forEach(run::promise);
    return String.join(", ", missing);
  }

  private static StepResult judge(
      String source,
      Sentence sentence,
      Step step,
      String subject,
      Outcome outcome,
      String missing,
      long millis) {
    String wanted = sentence.refusal().map(Name::text).orElse("");
    boolean asWanted = same(outcome.reason(), wanted);
    boolean passed = asWanted && missing.isEmpty();
    String detail = outcome.detail();
    if (!asWanted && !wanted.isEmpty()) {
      detail = ("must be refused for " + wanted + ". " + detail).strip();
    } else if (asWanted && !missing.isEmpty()) {
      detail = "the answer has nothing to bind " + missing + " to";
    }
    return new StepResult(
        step.line(),
        source,
        subject,
        sentence.action().verb(),
        outcome.reason(),
        detail,
        millis,
        passed,
        passed ? ExitCode.OK : stop(outcome));
  }

  /** An acknowledgement that should have been a refusal fails too. */
  private static ExitCode stop(Outcome outcome) {
    return outcome.exit() == ExitCode.OK ? ExitCode.FAILED : outcome.exit();
  }

  private static boolean same(String reason, String wanted) {
    return reason.equals(wanted)
        || (!wanted.isEmpty() && Reason.of(reason).equals(Reason.of(wanted)) && !reason.isEmpty());
  }

  private Done failed(
      String source,
      Sentence sentence,
      Step step,
      String subject,
      String reason,
      String detail,
      long begin,
      ExitCode exit) {
    String shown = exit == ExitCode.NOT_AUTHENTICATED ? "Unauthenticated" : reason;
    StepResult result =
        new StepResult(
            step.line(),
            source,
            subject,
            sentence.action().verb(),
            shown,
            detail,
            Clock.millisSince(begin),
            false,
            exit);
    return new Done(result, new LastSentence("", subject, null, null));
  }

  private static LastSentence last(String target, String subject, Outcome outcome, long millis) {
    return new LastSentence(
        target,
        subject,
        outcome.processActionId().orElse(null),
        Moment.before(outcome.serverTime(), millis));
  }

  static List<String> into(Phrase phrase, Names names) {
    return phrase.operands(Preposition.INTO).stream()
        .map(
            operand -> {
              if (operand instanceof Name name) {
                return names.plain(name);
              }
              throw new IllegalArgumentException("Into takes names");
            })
        .toList();
  }
}
