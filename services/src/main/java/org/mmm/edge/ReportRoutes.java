package org.mmm.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.mmm.gateway.Gateway;
import org.mmm.kernel.Address;
import org.mmm.kernel.MintedName;
import org.mmm.kernel.Query;
import org.mmm.kernel.RemoteName;
import org.mmm.kernel.Response;
import org.mmm.reports.ReportsMachine;

/** A Process tells the operator of another Process, or of an Item. */
final class ReportRoutes {
  private static final Set<String> FIELDS = Set.of("about", "at", "words");
  private static final int ID_AT_MOST = 384;

  private final Gateway gateway;
  private final Callers callers;
  private final int wordsAtMost;

  ReportRoutes(Gateway gateway, Callers callers, int wordsAtMost) {
    this.gateway = gateway;
    this.callers = callers;
    this.wordsAtMost = wordsAtMost;
  }

  Endpoint endpoint() {
    return new Endpoint(
        "POST",
        "/api/v2.2/reports",
        Endpoint.Doc.of(
                "reports",
                "report",
                "tells the operator of a Process or an Item; by the same Idempotency-Key it is the"
                    + " same report",
                Endpoint.Access.PROCESS)
            .body("ReportRequest")
            .answers("ReportMade", 404, 409),
        this::report);
  }

  private CompletionStage<Answer> report(Exchange in) {
    Token token = callers.process(in);
    String key = ActionRoutes.key(in);
    ObjectNode asked = in.object();
    asked
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                throw Refusal.syntax("a report has about, at and words, not " + name);
              }
            });
    String about = text(asked, "about", 1, ID_AT_MOST);
    String at = text(asked, "at", 0, ID_AT_MOST);
    String words = text(asked, "words", 1, wordsAtMost);
    String id = MintedName.derived("Report", token.process() + "\n" + key);
    return account(token)
        .thenCompose(
            response -> {
              if (!(response instanceof Response.View profile)) {
                return CompletableFuture.completedFuture(response);
              }
              String account = profile.body().path("accountID").asText();
              if (account.isEmpty()) {
                throw Refusal.rights(token.process() + " is of no Account: humans report");
              }
              return made(new Query.MakeReport(id, token.process(), account, about, at, words));
            })
        .thenApply(Callback::view);
  }

  private CompletionStage<Response> made(Query.MakeReport report) {
    return known(report.about())
        .thenCompose(
            there ->
                there
                    ? gateway.read(ReportsMachine.address(), report)
                    : CompletableFuture.completedFuture(
                        Reading.unknown("Process or Item", report.about())));
  }

  private CompletionStage<Response> account(Token token) {
    return gateway.read(Address.process(token.process()), new Query.Profile(token.id()));
  }

  /** What is of another M-Instance may be known there alone. */
  private CompletionStage<Boolean> known(String about) {
    return RemoteName.is(about)
        ? CompletableFuture.completedFuture(true)
        : gateway.lookup(about).thenApply(java.util.Optional::isPresent);
  }

  private static String text(ObjectNode asked, String field, int least, int most) {
    JsonNode value = asked.path(field);
    String text = value.asText();
    boolean fits = value.isTextual() || (value.isMissingNode() && least == 0);
    if (!fits || text.strip().length() < least || text.length() > most) {
      throw Refusal.syntax(
          field
              + " must be a text of "
              + least
              + " to "
              + most
              + " characters, had "
              + text.length());
    }
    return text;
  }
}
