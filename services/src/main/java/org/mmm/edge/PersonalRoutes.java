package org.mmm.edge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.mmm.edge.Callers.Caller;
import org.mmm.gateway.Gateway;
import org.mmm.journal.AccountKeys;
import org.mmm.kernel.Address;
import org.mmm.kernel.Erasures;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;

/**
 * What a human may always do with the personal data of the own Account: take it along, erase it.
 */
final class PersonalRoutes {
  private final Gateway gateway;
  private final Callers callers;
  private final AccountExport export;
  private final AccountKeys keys;
  private final Erasures erasures;

  PersonalRoutes(
      Gateway gateway, Callers callers, AccountExport export, AccountKeys keys, Erasures erasures) {
    this.gateway = gateway;
    this.callers = callers;
    this.export = export;
    this.keys = keys;
    this.erasures = erasures;
  }

  List<Endpoint> endpoints() {
    var access = Endpoint.Access.PROCESS_OR_OPERATOR;
    return List.of(
        new Endpoint(
            "GET",
            "/api/account/{id}/export",
            Endpoint.Doc.of("accounts", "account-export", "gives all data of an Account", access)
                .answers("Export", 404),
            this::export),
        new Endpoint(
            "DELETE",
            "/api/account/{id}",
            Endpoint.Doc.of(
                    "accounts", "account-erase", "erases the personal data of an Account", access)
                .answers("", 204, 404),
            this::erase));
  }

  private CompletionStage<Answer> export(Exchange in) {
    String account = in.inPath("id");
    Caller caller = callers.of(in);
    return owned(caller, account)
        .thenCompose(
            profile ->
                profile instanceof Response.View
                    ? export.of(caller, account)
                    : CompletableFuture.completedFuture(Callback.otherwise(profile)));
  }

  private CompletionStage<Answer> erase(Exchange in) {
    String account = in.inPath("id");
    return owned(callers.of(in), account)
        .thenApply(
            profile -> {
              if (!(profile instanceof Response.View)) return Callback.otherwise(profile);
              keys.erase(account);
              erasures.erased(account);
              return Answer.nothing();
            });
  }

  /** The profile of the Process that asks, if it is of that Account. */
  private CompletionStage<Response> owned(Caller caller, String account) {
    if (!(caller instanceof Caller.OfProcess reader)) {
      return CompletableFuture.completedFuture(
          new Response.View(JsonNodeFactory.instance.objectNode().put("accountID", account)));
    }
    return profile(reader.token())
        .thenApply(
            response -> {
              if (response instanceof Response.View view
                  && !account.equals(text(view.body().path("accountID").textValue()))) {
                throw Refusal.rights("only the Processes of " + account + " may do that");
              }
              return response;
            });
  }

  private CompletionStage<Response> profile(Token token) {
    return gateway.read(Address.process(token.process()), new Query.Profile(token.id()));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
