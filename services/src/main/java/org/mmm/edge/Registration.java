package org.mmm.edge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.mmm.action.Action;
import org.mmm.gateway.Gateway;
import org.mmm.gateway.Submission;
import org.mmm.items.Account;
import org.mmm.items.AccountProcess;
import org.mmm.items.ItemException;
import org.mmm.items.ItemJson;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.Response;
import org.mmm.pa.With;

/**
 * Register over HTTP: what tokens, a recovery code and a password add to it. Tokens and code are
 * derived from the request and a secret of the M-Instance, so that a replay of the same request
 * gets the same ones without their being kept anywhere.
 */
final class Registration {
  private static final int TOKEN_ID_CHARACTERS = 22;
  private static final int SALT = 16;

  private final Gateway gateway;
  private final Ambient ambient;
  private final Invitations invitations;
  private final Secrets secrets;
  private final Tokens tokens;
  private final SecretHashes hashes;
  private final EdgeMeters meters;

  Registration(
      Gateway gateway,
      Ambient ambient,
      Invitations invitations,
      Secrets secrets,
      Tokens tokens,
      SecretHashes hashes,
      EdgeMeters meters) {
    this.gateway = gateway;
    this.ambient = ambient;
    this.invitations = invitations;
    this.secrets = secrets;
    this.tokens = tokens;
    this.hashes = hashes;
    this.meters = meters;
  }

  CompletionStage<Answer> register(Exchange in, Submission asked) {
    invitations.check(in);
    Optional<String> password = Passwords.with(in);
    String cause = asked.action().source() + "\n" + asked.key();
    String tokenId =
        Secrets.text(secrets.derived("token", cause)).substring(0, TOKEN_ID_CHARACTERS);
    String code = RecoveryCodes.code(secrets.derived("recovery", cause));
    long began = System.nanoTime();
    return hash(Optional.of(RecoveryCodes.plain(code)))
        .thenCombine(hash(password), (recovery, own) -> with(asked, tokenId, recovery, own))
        .thenCompose(gateway::perform)
        .thenApply(
            response -> {
              meters.answered(Action.REGISTER, response, System.nanoTime() - began);
              Answer answer = ActionRoutes.answer(response, asked.dryRun());
              return answer.status() == 201 && response instanceof Response.Performed performed
                  ? answer
                      .with("MMM-Tokens", tokens(performed, tokenId))
                      .with("MMM-Recovery-Code", code)
                  : answer;
            });
  }

  /** Empty for no secret. */
  private CompletionStage<String> hash(Optional<String> secret) {
    return secret
        .map(plain -> hashes.hash(plain, ambient.random(SALT)))
        .orElseGet(() -> CompletableFuture.completedFuture(""));
  }

  /** What the Account needs besides: {@code {tokenId, recoveryHash, passwordHash}}. */
  private static Submission with(
      Submission asked, String tokenId, String recovery, String password) {
    ObjectNode extra = JsonNodeFactory.instance.objectNode();
    extra.put("tokenId", tokenId).put("recoveryHash", recovery);
    if (!password.isEmpty()) extra.put("passwordHash", password);
    return new Submission(asked.key(), asked.action(), asked.dryRun(), null, extra);
  }

  private String tokens(Response.Performed performed, String tokenId) {
    return processes(performed).stream()
        .map(id -> id + "=" + tokens.replayable(id, tokenId, ambient.millis()))
        .collect(Collectors.joining(","));
  }

  /** The Processes of the Account that goes with the answer. */
  private static List<String> processes(Response.Performed performed) {
    for (With with : performed.reply().complements().with()) {
      if (with instanceof With.Inline inline && inline.item().has("Processes")) {
        try {
          return ItemJson.read(Account.class, inline.item()).processes().stream()
              .map(AccountProcess::id)
              .toList();
        } catch (ItemException e) {
          throw new IllegalStateException("the Registration Service answered no Account", e);
        }
      }
    }
    return List.of();
  }
}
