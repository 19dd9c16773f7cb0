package org.mmm.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.mmm.edge.Callers.Caller;
import org.mmm.gateway.Gateway;
import org.mmm.gateway.StoredData;
import org.mmm.journal.BlobRef;
import org.mmm.kernel.Address;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;
import org.mmm.personae.ModelRules;

/** Item data: uploaded by a Process before an Item names it, read by who may read the Item. */
final class DataRoutes {
  private final Gateway gateway;
  private final Callers callers;
  private final Reading reading;
  private final StoredData stored;
  private final Transfers transfers;
  private final ModelChecks models;

  DataRoutes(
      Gateway gateway,
      Callers callers,
      Reading reading,
      StoredData stored,
      Transfers transfers,
      ModelChecks models) {
    this.gateway = gateway;
    this.callers = callers;
    this.reading = reading;
    this.stored = stored;
    this.transfers = transfers;
    this.models = models;
  }

  List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            "POST",
            "/api/v2.2/data",
            Endpoint.Doc.of(
                    "items",
                    "data",
                    "stores data that an Item can then name by its DataURI; as model/gltf-binary it"
                        + " is refused if it could not be shown as a Persona",
                    Endpoint.Access.PROCESS)
                .body(Endpoint.BYTES)
                .answers("StoredData", 422),
            this::upload),
        new Endpoint(
            "GET",
            "/api/v2.2/items/{id}/data",
            Endpoint.Doc.of(
                    "items",
                    "item-data",
                    "gives the stored data that an Item names, the part-th of it from 0; or the"
                        + " Item's own JSON if it names none",
                    Endpoint.Access.PROCESS_OR_OPERATOR)
                .query("part")
                .answers("ItemData", 403, 404),
            this::read));
  }

  private CompletionStage<Answer> upload(Exchange in) {
    Token token = callers.process(in);
    if (in.request().entity().getContentType().mediaType().toString().equals(ModelRules.TYPE)) {
      models
          .refusal(in.body())
          .ifPresent(
              no -> {
                throw Refusal.faulty(no);
              });
    }
    return gateway
        .read(Address.process(token.process()), new Query.Profile(token.id()))
        .thenCompose(
            response ->
                response instanceof Response.View
                    ? stored
                        .upload(in.body(), token.process())
                        .thenApply(uri -> uploaded(uri, in.body().length))
                    : CompletableFuture.completedFuture(Callback.otherwise(response)));
  }

  private static Answer uploaded(String uri, long length) {
    return Answer.ok(
        JsonNodeFactory.instance.objectNode().put("DataURI", uri).put("DataLength", length));
  }

  private CompletionStage<Answer> read(Exchange in) {
    Caller caller = callers.of(in);
    String id = in.inPath("id");
    int part = (int) in.query("part", 0, 0, Integer.MAX_VALUE);
    return reading
        .item(caller, id)
        .thenCompose(
            response -> {
              if (!(response instanceof Response.View view)) {
                return CompletableFuture.completedFuture(Callback.otherwise(response));
              }
              JsonNode item = view.body().path("item");
              List<BlobRef> named = StoredData.in(item);
              if (part < named.size()) return transfers.one(() -> bytes(named.get(part), id));
              return CompletableFuture.completedFuture(
                  part > 0 || item.isMissingNode() ? none(id) : Answer.ok(item));
            });
  }

  private CompletionStage<Answer> bytes(BlobRef ref, String id) {
    return stored
        .read(ref)
        .thenApply(
            found ->
                found
                    .map(
                        bytes ->
                            new Answer(
                                200,
                                Answer.BYTES,
                                bytes,
                                java.util.Map.of("ETag", "\"" + ref.hash() + "\"")))
                    .orElseGet(() -> none(id)));
  }

  private static Answer none(String id) {
    return Callback.otherwise(Reading.unknown("data of an Item", id));
  }
}
