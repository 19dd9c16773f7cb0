package org.mmm.cli;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mmm.client.Patience;
import org.mmm.home.Context;
import org.mmm.interpreter.Target;

/** The nodes that a script's sentences go to. */
final class Targets {
  private Targets() {}

  static Target of(Session session) {
    return target(session, session.context(), session.api());
  }

  /** The node of a context that a script's {@code use} names. */
  static Function<String, Target> byName(Session session) {
    return name -> {
      Context context = session.home().contexts().get(name);
      return target(
          session, context, Session.api(context, Patience.of(Patience.DEFAULT_RETRY_FOR)));
    };
  }

  private static Target target(Session session, Context context, org.mmm.client.Api api) {
    // Read once: a run learns its own tokens, and a long one must not read a file per sentence.
    Map<String, String> tokens = session.tokens().all(context);
    return new Target(context.name(), api, process -> Optional.ofNullable(tokens.get(process)));
  }
}
