package org.mmm.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.mmm.action.MmmService;
import org.mmm.gateway.Gateway;
import org.mmm.kernel.Address;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;

/**
 * Whether somebody is the human that they say: by the password or the recovery code. Tries are
 * counted before anything is looked at, good ones too, by human and by address.
 */
final class SignIn {
  private static final int LONGEST = 256;

  private final Gateway gateway;
  private final SecretHashes hashes;
  private final RateLimiter byHuman;
  private final RateLimiter byAddress;

  SignIn(Gateway gateway, SecretHashes hashes, EdgeSettings settings) {
    this.gateway = gateway;
    this.hashes = hashes;
    double perHour = settings.sessionsPerHour();
    this.byHuman = new RateLimiter(perHour / 3_600, perHour, settings.callersRemembered());
    this.byAddress =
        new RateLimiter(10 * perHour / 3_600, 10 * perHour, settings.callersRemembered());
  }

  /** Where the Account of that human lives. */
  static Address account(String human) {
    return Address.service(MmmService.REGISTRATION, human);
  }

  /**
   * The profile of the human's Account, for {@code {humanID, password}} or {@code {humanID,
   * recoveryCode}}. Fails with 401, the same for a human who is unknown, for one who has no
   * password, and for a secret that is wrong, and after the same work.
   */
  CompletionStage<JsonNode> of(Exchange in, ObjectNode body) {
    String human = text(body, "humanID");
    boolean password = body.has("password");
    String secret = text(body, password ? "password" : "recoveryCode");
    limit(byAddress, in.remote());
    limit(byHuman, human);
    String plain = password ? Passwords.plain(secret) : RecoveryCodes.plain(secret);
    return gateway
        .read(account(human), new Query.Profile(null))
        .thenCompose(
            response -> {
              JsonNode profile =
                  response instanceof Response.View view
                      ? view.body()
                      : JsonNodeFactory.instance.objectNode();
              String kept =
                  profile
                      .path(password ? "passwordHash" : "recoveryHash")
                      .asText(SecretHashes.NONE);
              return hashes
                  .matches(plain, kept)
                  .thenCompose(
                      right ->
                          right
                              ? CompletableFuture.completedFuture(profile)
                              : CompletableFuture.failedFuture(wrong()));
            });
  }

  private static Refusal wrong() {
    return Refusal.token("this human and this password or code do not belong together");
  }

  private static void limit(RateLimiter limiter, String who) {
    long wait = limiter.take(who, System.nanoTime());
    if (wait > 0) {
      throw new Refusal(
          "rate", Answer.tooOften("too many tries; come again in " + wait + " s", wait));
    }
  }

  /** A text that a body must have; a secret in it is never repeated. */
  static String text(ObjectNode body, String field) {
    JsonNode value = body.path(field);
    if (!value.isTextual() || value.textValue().isBlank() || value.textValue().length() > LONGEST) {
      throw Refusal.syntax(field + " must be a text of 1 to " + LONGEST + " characters");
    }
    return value.textValue();
  }
}
