package org.mmm.edge;

import java.util.Optional;
import org.mmm.kernel.Ambient;

/** Who asks: checks bearer tokens, the operator's among them, and how often each comes. */
final class Callers {
  /** Whoever asks with a token. */
  sealed interface Caller {
    /** A Process; whether it still takes this token, it says itself. */
    record OfProcess(Token token) implements Caller {}

    /** The operator of this M-Instance. */
    record Operator() implements Caller {}
  }

  private static final String BEARER = "Bearer ";

  private final Tokens tokens;
  private final String operatorToken;
  private final Ambient ambient;
  private final RateLimiter byToken;
  private final Sessions sessions;

  Callers(
      Tokens tokens,
      String operatorToken,
      Ambient ambient,
      EdgeSettings settings,
      Sessions sessions) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.operatorToken = operatorToken;
    this.ambient = ambient;
    this.byToken =
        new RateLimiter(
            settings.tokenRate(),
            (double) settings.tokenRate() * settings.burst(),
            settings.callersRemembered());
  }

  /** The caller; refused with 401 without a good token, with 429 if it comes too often. */
  Caller of(Exchange exchange) {
    return of(exchange.header("Authorization"));
  }

  Caller of(Optional<String> authorization) {
    String token =
        authorization
            .filter(a -> a.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            .map(a -> a.substring(BEARER.length()).strip())
            .orElseThrow(() -> Refusal.token("a token is needed: Authorization: Bearer <token>"));
    if (Secrets.same(token, operatorToken)) return new Caller.Operator();
    Token good =
        read(token)
            .orElseThrow(
                () -> Refusal.token("the token is not valid here, or has run out; get a new one"));
    long wait = byToken.take(good.process() + "." + good.id(), System.nanoTime());
    if (wait > 0) {
      throw new Refusal(
          "rate",
          Answer.tooOften(good.process() + " asks too often; come again in " + wait + " s", wait));
    }
    sessions.heardOf(good.process());
    return new Caller.OfProcess(good);
  }

  /** The Process that asks; refused with 403 if it is the operator. */
  Token process(Exchange exchange) {
    if (of(exchange) instanceof Caller.OfProcess process) return process.token();
    throw Refusal.rights("the operator performs no Process Actions; use the token of a Process");
  }

  void operator(Exchange exchange) {
    if (!(of(exchange) instanceof Caller.Operator)) {
      throw Refusal.rights("only the operator may do that; use the operator token");
    }
  }

  private Optional<Token> read(String token) {
    try {
      return tokens.read(token, ambient.millis());
    } catch (IllegalArgumentException garbled) {
      return Optional.empty();
    }
  }
}
