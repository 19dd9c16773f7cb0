package org.mmm.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

/** What an outcome tells others. */
public final class Told {
  private Told() {}

  /** Events in the order in which they take effect. */
  public static <E> List<E> events(Outcome<E> outcome) {
    List<E> all = new ArrayList<>(outcome.soon());
    all.addAll(outcome.events());
    return all;
  }

  /** The answer to the subject, or to the caller. */
  public static Optional<Reply> reply(Outcome<?> outcome) {
    if (outcome.response() instanceof Response.Performed p) return Optional.of(p.reply());
    return outcome.sends().stream()
        .flatMap(
            s ->
                s.message() instanceof Message.Answer a
                    ? Stream.of(a.reply())
                    : Stream.<Reply>empty())
        .findFirst();
  }

  public static PaStatus status(Outcome<?> outcome) {
    return reply(outcome)
        .map(Reply::status)
        .orElseThrow(() -> new AssertionError("no answer in " + outcome));
  }

  /** Why it was refused. */
  public static @Nullable Reason reason(Outcome<?> outcome) {
    return reason(status(outcome));
  }

  public static @Nullable Reason reason(PaStatus status) {
    return status instanceof PaStatus.Err err ? err.reason() : null;
  }

  /** The one question that it asks. */
  public static Send question(Outcome<?> outcome) {
    return outcome.sends().stream()
        .filter(s -> s.message() instanceof Message.Consult)
        .findFirst()
        .orElseThrow(() -> new AssertionError("asks nobody: " + outcome));
  }

  /** The finding that it gives to who asked. */
  public static Finding finding(Outcome<?> outcome) {
    for (Send send : outcome.sends()) {
      List<Finding> findings =
          send.message() instanceof Message.Request back ? back.call().findings() : List.of();
      if (!findings.isEmpty()) return findings.get(findings.size() - 1);
    }
    throw new AssertionError("no finding in " + outcome);
  }
}
