package org.mmm.edge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.mmm.action.MmmService;
import org.mmm.edge.Callers.Caller;
import org.mmm.gateway.Gateway;
import org.mmm.kernel.Address;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;

/**
 * The activity log of a Process, for itself, the operator, and whom it gave the Right to Inform
 * about it; of a Service, for the operator.
 */
final class ActivityRoutes {
  private static final int PAGE_AT_MOST = 1_000;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final Gateway gateway;
  private final Callers callers;
  private final Support.NodeView node;
  private final ServiceLog services;

  ActivityRoutes(Support support, Callers callers) {
    this.gateway = support.gateway();
    this.callers = callers;
    this.node = support.node();
    this.services = new ServiceLog(support);
  }

  List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            "GET",
            "/api/v2.2/processes/{id}/activity",
            Endpoint.Doc.of(
                    "processes",
                    "process-activity",
                    "reads its log, refusals too, oldest first; waits at its end if asked to",
                    Endpoint.Access.PROCESS_OR_OPERATOR)
                .query("after", "limit", "wait")
                .answers("Activity", 404),
            this::activity));
  }

  private CompletionStage<Answer> activity(Exchange in) {
    Caller caller = callers.of(in);
    String id = in.inPath("id");
    int limit = (int) in.query("limit", 200, 1, PAGE_AT_MOST);
    Duration patience = in.patience(LONGEST_WAIT);
    var service = MmmService.of(id);
    if (service.isPresent()) {
      if (!(caller instanceof Caller.Operator)) {
        throw Refusal.rights("the log of a Service is for the operator alone");
      }
      return services.page(service.get(), in.query("after").orElse(""), limit, patience);
    }
    return gateway
        .lookup(id)
        .thenCompose(
            name -> {
              if (name.filter(n -> n.kind() == Address.Kind.PROCESS).isEmpty()) {
                return CompletableFuture.completedFuture(
                    Callback.otherwise(Reading.unknown("Process", id)));
              }
              long after = in.query("after", 0, 0, Long.MAX_VALUE);
              return ofProcess(caller, Address.process(id), after, limit, patience);
            });
  }

  private CompletionStage<Answer> ofProcess(
      Caller caller, Address process, long after, int limit, Duration patience) {
    boolean waiting = !patience.isZero();
    if (!ProcessRoutes.mayAsk(caller, process.id())) {
      return ofOther(caller, process, after, limit, patience);
    }
    var query = new Query.Activity(after, limit, waiting, ProcessRoutes.tokenId(caller));
    return page(process, query, process, after, limit, patience);
  }

  /** By a Right that the Process has given: the reader brings its grounds, the Process decides. */
  private CompletionStage<Answer> ofOther(
      Caller caller, Address process, long after, int limit, Duration patience) {
    if (!(caller instanceof Caller.OfProcess reader)) {
      throw new IllegalStateException("the operator reads every log");
    }
    Token token = reader.token();
    var query = new Query.ReadActivity(process, after, limit, !patience.isZero(), token.id());
    return page(Address.process(token.process()), query, process, after, limit, patience);
  }

  /**
   * @param asked the entity that is asked; the answer may come from the one whose log it is
   */
  private CompletionStage<Answer> page(
      Address asked, Query query, Address process, long after, int limit, Duration patience) {
    if (patience.isZero()) {
      return gateway.read(asked, query).thenCompose(r -> page(r, process, after, limit));
    }
    return gateway
        .await(asked, query, patience)
        .thenCompose(
            response ->
                response
                    .map(r -> page(r, process, after, limit))
                    .orElseGet(() -> CompletableFuture.completedFuture(Answer.ok(empty(after)))));
  }

  /**
   * The page as the entity gave it, unless it has forgotten the beginning: that is in the journal.
   */
  private CompletionStage<Answer> page(Response response, Address process, long after, int limit) {
    if (response instanceof Response.View view && !view.body().path("complete").asBoolean(true)) {
      return node.oldActivity(process, after, limit).thenApply(Answer::ok);
    }
    return CompletableFuture.completedFuture(Callback.view(response));
  }

  private static ObjectNode empty(long after) {
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    page.putArray("entries");
    return page.put("next", after);
  }
}
