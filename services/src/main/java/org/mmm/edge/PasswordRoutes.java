package org.mmm.edge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.mmm.gateway.Gateway;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;

/** A human's first password, or another one. */
final class PasswordRoutes {
  private static final int SALT = 16;

  private final Gateway gateway;
  private final Ambient ambient;
  private final SignIn signIn;
  private final SecretHashes hashes;

  PasswordRoutes(Gateway gateway, Ambient ambient, SignIn signIn, SecretHashes hashes) {
    this.gateway = gateway;
    this.ambient = ambient;
    this.signIn = signIn;
    this.hashes = hashes;
  }

  List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            "POST",
            "/api/password",
            Endpoint.Doc.of(
                    "accounts",
                    "password",
                    "sets or changes a human's password, for the old one or the recovery code",
                    Endpoint.Access.OPEN)
                .body("PasswordChange")
                .answers("", 204, 401, 409),
            this::change));
  }

  private CompletionStage<Answer> change(Exchange in) {
    ObjectNode body = in.object();
    String human = SignIn.text(body, "humanID");
    String password = Passwords.good(SignIn.text(body, "newPassword"));
    return signIn
        .of(in, body)
        .thenCompose(
            profile ->
                hashes
                    .hash(password, ambient.random(SALT))
                    .thenApply(
                        hash -> new Query.NewPassword(profile.path("passwordHash").asText(), hash)))
        .thenCompose(change -> gateway.read(SignIn.account(human), change))
        .thenApply(
            response ->
                response instanceof Response.View
                    ? Answer.nothing()
                    : Callback.otherwise(response));
  }
}
