package org.mmm.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Edition;
import org.mmm.action.MmmService;
import org.mmm.edge.Callers.Caller;
import org.mmm.gateway.Gateway;
import org.mmm.kernel.Address;
import org.mmm.kernel.Name;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;

/** Processes, their Rights and Capabilities. A Process tells all of itself to itself alone. */
final class ProcessRoutes {
  static final List<String> TYPES = List.of("User", "Device", "App");

  private final Gateway gateway;
  private final Callers callers;

  ProcessRoutes(Gateway gateway, Callers callers) {
    this.gateway = gateway;
    this.callers = callers;
  }

  List<Endpoint> endpoints() {
    var access = Endpoint.Access.PROCESS_OR_OPERATOR;
    String one = "/api/v2.2/processes/{id}";
    return List.of(
        new Endpoint(
            "GET",
            "/api/v2.2/processes",
            Endpoint.Doc.of("processes", "processes", "lists Processes and Services", access)
                .answers("Processes"),
            this::list),
        new Endpoint(
            "GET",
            one,
            Endpoint.Doc.of("processes", "process", "shows a Process", access)
                .answers("Process", 404),
            this::show),
        new Endpoint(
            "GET",
            one + "/rights",
            Endpoint.Doc.of("processes", "process-rights", "lists the Rights it holds", access)
                .answers("RightsList", 404),
            in -> own(in, tokenId -> new Query.RightsHeld(tokenId)).thenApply(Callback::view)),
        new Endpoint(
            "GET",
            one + "/capabilities",
            Endpoint.Doc.of("processes", "process-capabilities", "tells what it can do", access)
                .answers("ProcessCapabilities", 404),
            in ->
                own(in, tokenId -> new Query.Profile(tokenId))
                    .thenApply(
                        response ->
                            Callback.view(
                                response, view -> Answer.ok(capabilities(view.body()))))));
  }

  private CompletionStage<Answer> list(Exchange in) {
    callers.of(in);
    return gateway
        .listing(TYPES)
        .thenApply(
            names -> {
              var types = new TreeMap<String, String>();
              names.forEach((id, name) -> types.put(id, name.dataType()));
              for (MmmService service : MmmService.values()) {
                types.put(service.id(Edition.ARC_1_2), "Service");
              }
              ObjectNode all = JsonNodeFactory.instance.objectNode();
              ArrayNode processes = all.putArray("processes");
              types.forEach((id, type) -> processes.add(brief(id, type)));
              return Answer.ok(all);
            });
  }

  private CompletionStage<Answer> show(Exchange in) {
    Caller caller = callers.of(in);
    String id = in.inPath("id");
    return gateway
        .lookup(id)
        .thenCompose(
            name -> {
              Optional<String> type = name.filter(ProcessRoutes::isProcess).map(Name::dataType);
              if (type.isEmpty()) {
                return done(Callback.otherwise(Reading.unknown("Process", id)));
              }
              boolean all = name.get().kind() == Address.Kind.PROCESS && mayAsk(caller, id);
              return all
                  ? gateway
                      .read(Address.process(id), new Query.Profile(tokenId(caller)))
                      .thenApply(Callback::view)
                  : done(Answer.ok(brief(id, type.get())));
            });
  }

  /** Asks a Process about itself; for the Process and the operator only. */
  private CompletionStage<Response> own(Exchange in, Function<@Nullable String, Query> query) {
    Caller caller = callers.of(in);
    String id = in.inPath("id");
    return gateway
        .lookup(id)
        .thenCompose(
            name -> {
              if (name.filter(n -> n.kind() == Address.Kind.PROCESS).isEmpty()) {
                return CompletableFuture.completedFuture(
                    Reading.unknown("User, Device or App", id));
              }
              if (!mayAsk(caller, id)) {
                throw Refusal.rights(id + " tells that to itself and to the operator alone");
              }
              return gateway.read(Address.process(id), query.apply(tokenId(caller)));
            });
  }

  private static ObjectNode capabilities(JsonNode profile) {
    ObjectNode can = JsonNodeFactory.instance.objectNode();
    can.set("processID", profile.path("processID"));
    can.set("actions", profile.path("actions"));
    return can;
  }

  static boolean mayAsk(Caller caller, String process) {
    return caller instanceof Caller.Operator
        || (caller instanceof Caller.OfProcess p && p.token().process().equals(process));
  }

  static @Nullable String tokenId(Caller caller) {
    return caller instanceof Caller.OfProcess p ? p.token().id() : null;
  }

  static boolean isProcess(Name name) {
    return name.kind() == Address.Kind.PROCESS || name.kind() == Address.Kind.SERVICE;
  }

  private static ObjectNode brief(String id, String type) {
    return JsonNodeFactory.instance.objectNode().put("processID", id).put("type", type);
  }

  private static CompletionStage<Answer> done(Answer answer) {
    return CompletableFuture.completedFuture(answer);
  }
}
