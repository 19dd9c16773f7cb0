package org.mmm.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.mmm.gateway.Gateway;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;

/** Tokens: new ones for a human's Processes, for the operator, and the end of one. */
final class AccountRoutes {
  private final Gateway gateway;
  private final Ambient ambient;
  private final Callers callers;
  private final Tokens tokens;
  private final SignIn signIn;

  AccountRoutes(Gateway gateway, Ambient ambient, Callers callers, Tokens tokens, SignIn signIn) {
    this.gateway = gateway;
    this.ambient = ambient;
    this.callers = callers;
    this.tokens = tokens;
    this.signIn = signIn;
  }

  List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            "POST",
            "/api/session",
            Endpoint.Doc.of(
                    "accounts",
                    "session",
                    "gives new tokens, in MMM-Tokens, for a password or recovery code",
                    Endpoint.Access.OPEN)
                .body("Session")
                .answers("SessionAnswer", 401),
            this::begin),
        new Endpoint(
            "DELETE",
            "/api/session",
            Endpoint.Doc.of(
                    "accounts",
                    "session-end",
                    "ends the token that it is called with",
                    Endpoint.Access.PROCESS)
                .answers("", 204),
            this::end),
        new Endpoint(
            "POST",
            "/api/token",
            Endpoint.Doc.of(
                    "accounts",
                    "token",
                    "gives a token of a Process of the world",
                    Endpoint.Access.OPERATOR)
                .body("TokenRequest")
                .answers("TokenAnswer", 404),
            this::ofWorld));
  }

  private CompletionStage<Answer> begin(Exchange in) {
    return signIn.of(in, in.object()).thenCompose(profile -> issue(processes(profile)));
  }

  private static List<String> processes(JsonNode profile) {
    List<String> processes = new ArrayList<>();
    for (JsonNode one : profile.path("processes")) {
      processes.add(one.isTextual() ? one.asText() : one.path("processID").asText());
    }
    return processes;
  }

  private CompletionStage<Answer> issue(List<String> processes) {
    String id = Secrets.text(ambient.random(16));
    List<CompletableFuture<Response>> told = new ArrayList<>();
    for (String process : processes) {
      told.add(gateway.read(Address.process(process), new Query.Session(id)).toCompletableFuture());
    }
    return CompletableFuture.allOf(told.toArray(new CompletableFuture<?>[0]))
        .thenApply(
            all -> {
              for (var one : told) {
                if (one.join() instanceof Response.Refused refused) {
                  return Answer.refused(refused.status());
                }
              }
              ObjectNode body = JsonNodeFactory.instance.objectNode();
              processes.forEach(body.putArray("processes")::add);
              String header =
                  processes.stream()
                      .map(p -> p + "=" + tokens.issue(p, id, ambient.millis()))
                      .collect(Collectors.joining(","));
              return Answer.ok(body).with("MMM-Tokens", header);
            });
  }

  private CompletionStage<Answer> end(Exchange in) {
    Token token = callers.process(in);
    Address process = Address.process(token.process());
    return gateway
        .read(process, new Query.Profile(token.id()))
        .thenCompose(
            profile ->
                profile instanceof Response.View
                    ? gateway.read(process, new Query.EndSession(token.id()))
                    : CompletableFuture.completedFuture(profile))
        .thenApply(
            response ->
                response instanceof Response.View
                    ? Answer.nothing()
                    : Callback.otherwise(response));
  }

  private CompletionStage<Answer> ofWorld(Exchange in) {
    callers.operator(in);
    String process = SignIn.text(in.object(), "processID");
    String id = Secrets.text(ambient.random(16));
    return gateway
        .lookup(process)
        .thenCompose(
            name -> {
              if (name.filter(n -> n.kind() == Address.Kind.PROCESS).isEmpty()) {
                return CompletableFuture.completedFuture(
                    Callback.otherwise(Reading.unknown("User, Device or App", process)));
              }
              return gateway
                  .read(Address.process(process), new Query.Profile(null))
                  .thenCompose(profile -> ofWorld(process, id, profile));
            });
  }

  private CompletionStage<Answer> ofWorld(String process, String id, Response profile) {
    if (!(profile instanceof Response.View view)) {
      return CompletableFuture.completedFuture(Callback.otherwise(profile));
    }
    if (!view.body().path("accountID").asText().isEmpty()) {
      throw Refusal.rights(process + " belongs to a human, who alone gets its tokens");
    }
    return gateway
        .read(Address.process(process), new Query.Session(id))
        .thenApply(
            response ->
                Callback.view(
                    response,
                    done ->
                        Answer.ok(
                            JsonNodeFactory.instance
                                .objectNode()
                                .put("token", tokens.issue(process, id, ambient.millis())))));
  }
}
