package org.mmm.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.mmm.action.MmmService;
import org.mmm.edge.Callers.Caller;
import org.mmm.gateway.Gateway;
import org.mmm.kernel.Address;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;

/**
 * The activity log: of a Process, by its own entity; of a Service, merged from all its entities.
 */
final class ActivityRoutes {
  private static final int PAGE_AT_MOST = 1_000;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** So many entities of one Service are merged at most. */
  private static final int PARTS_AT_MOST = 10_000;

  private final Gateway gateway;
  private final Callers callers;
  private final Support.NodeView node;

  ActivityRoutes(Gateway gateway, Callers callers, Support.NodeView node) {
    this.gateway = gateway;
    this.callers = callers;
    this.node = node;
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
                .answers("Activity", 403, 404),
            this::activity));
  }

  private CompletionStage<Answer> activity(Exchange in) {
    Caller caller = callers.of(in);
    String id = in.inPath("id");
    int limit = (int) in.query("limit", 200, 1, PAGE_AT_MOST);
    Duration patience = in.patience(LONGEST_WAIT);
    if (!ProcessRoutes.mayAsk(caller, id)) {
      throw Refusal.rights("the log of " + id + " is for itself and the operator alone");
    }
    var service = MmmService.of(id);
    if (service.isPresent()) return ofService(service.get(), in.query("after").orElse(""), limit);
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
    var query = new Query.Activity(after, limit, waiting, ProcessRoutes.tokenId(caller));
    if (!waiting)
      return gateway.read(process, query).thenCompose(r -> page(r, process, after, limit));
    return gateway
        .await(process, query, patience)
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

  private CompletionStage<Answer> ofService(MmmService service, String after, int limit) {
    Hlc since = after.isEmpty() ? Hlc.ZERO : hlc(after);
    return node.written(Address.Kind.SERVICE, service.name() + "/", PARTS_AT_MOST)
        .thenCompose(parts -> merge(parts, 0, since, limit, new ArrayList<>()))
        .thenApply(
            entries -> {
              ObjectNode page = JsonNodeFactory.instance.objectNode();
              ArrayNode array = page.putArray("entries");
              Hlc next = since;
              for (JsonNode entry : entries) {
                array.add(entry);
                next = hlc(entry.path("hlc").asText());
              }
              return Answer.ok(page.put("next", next.toString()));
            });
  }

  private CompletionStage<List<JsonNode>> merge(
      List<Address> parts, int from, Hlc since, int limit, List<JsonNode> soFar) {
    if (from >= parts.size()) return CompletableFuture.completedFuture(soFar);
    return gateway
        .read(parts.get(from), new Query.Activity(0, PAGE_AT_MOST, false, null))
        .thenCompose(
            response -> {
              JsonNode page =
                  response instanceof Response.View view
                      ? view.body()
                      : JsonNodeFactory.instance.objectNode();
              List<JsonNode> all = new ArrayList<>(soFar);
              for (JsonNode entry : page.path("entries")) {
                if (hlc(entry.path("hlc").asText()).compareTo(since) > 0) all.add(entry);
              }
              all.sort(Comparator.comparing(entry -> hlc(entry.path("hlc").asText())));
              List<JsonNode> first = all.size() > limit ? List.copyOf(all.subList(0, limit)) : all;
              return merge(parts, from + 1, since, limit, first);
            });
  }

  private static Hlc hlc(String text) {
    if (!text.matches("[0-9]{1,15}\\.[0-9]{1,9}")) {
      throw Refusal.syntax("after must be a time as \"next\" gave it, was " + text);
    }
    return Hlc.parse(text);
  }
}
