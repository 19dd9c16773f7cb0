package org.mmm.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.mmm.gateway.StoredData;
import org.mmm.journal.BlobRef;
import org.mmm.kernel.Response;
import org.mmm.pa.Reason;
import org.mmm.personae.ModelRules;

/**
 * Of which model a Persona is, for who may watch the place where it can be perceived: they see it
 * there, and need no Right to read the Item. Nothing else of the Item is told, and no bytes that
 * were not checked.
 */
final class ModelRoutes {
  private static final String PATH = "/api/v2.2/live/models/{id}";
  private static final String DATA_URI = "DataURI";

  private final Callers callers;
  private final LiveAccess access;
  private final Reading reading;
  private final StoredData stored;
  private final Transfers transfers;
  private final ModelChecks checks;

  ModelRoutes(
      Callers callers,
      LiveAccess access,
      Reading reading,
      StoredData stored,
      Transfers transfers,
      ModelChecks checks) {
    this.callers = callers;
    this.access = access;
    this.reading = reading;
    this.stored = stored;
    this.transfers = transfers;
    this.checks = checks;
  }

  List<Endpoint> endpoints() {
    var access = Endpoint.Access.PROCESS;
    return List.of(
        new Endpoint(
            "GET",
            PATH,
            Endpoint.Doc.of(
                    "live",
                    "persona-model",
                    "names the model of a Persona that is seen in a place which the caller may"
                        + " watch, or in which its own Persona is",
                    access)
                .query("room", "persona")
                .answers("PersonaModel", 404, 409),
            in -> seen(in).thenApply(item -> item instanceof Seen s ? named(s) : refused(item))),
        new Endpoint(
            "GET",
            PATH + "/data",
            Endpoint.Doc.of(
                    "live",
                    "persona-model-data",
                    "gives that model as GLB, if it was uploaded and is within the limits",
                    access)
                .query("room", "persona")
                .answers("", 404, 409, 422),
            in ->
                seen(in)
                    .thenCompose(
                        item ->
                            item instanceof Seen s
                                ? bytes(s)
                                : CompletableFuture.completedFuture(refused(item)))));
  }

  /** What came of looking at a Persona. */
  private sealed interface Sight {}

  /** It is there; item is its JSON. */
  private record Seen(String id, JsonNode item) implements Sight {}

  private record Refused(Answer answer) implements Sight {}

  private static Answer refused(Sight sight) {
    return ((Refused) sight).answer();
  }

  private CompletionStage<Sight> seen(Exchange in) {
    Token token = callers.process(in);
    String id = in.inPath("id");
    String room =
        in.query("room").orElseThrow(() -> Refusal.syntax("room is missing: the ID of a place"));
    var watching = new LiveTickets.Ticket(token, room, in.query("persona").orElse(null));
    return access
        .refusal(watching)
        .thenCompose(
            no ->
                no.isPresent()
                    ? CompletableFuture.completedFuture(new Refused(no.get()))
                    : reading.itemAsOperator(id).thenApply(response -> inside(response, id, room)));
  }

  private static Sight inside(Response response, String id, String room) {
    JsonNode item =
        response instanceof Response.View view
            ? view.body()
            : JsonNodeFactory.instance.missingNode();
    boolean seen =
        item.path("dataType").asText().equals("Persona")
            && item.path("perceptible").asBoolean()
            && item.path("place").path("at").asText().equals(room);
    return seen
        ? new Seen(id, item.path("item"))
        : new Refused(Answer.error(Reason.INC_ID, id + " is no Persona that is seen in " + room));
  }

  private static Answer named(Seen persona) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("itemID", persona.id());
    uri(persona).ifPresent(uri -> answer.put(DATA_URI, uri));
    return Answer.ok(answer);
  }

  /** That of its first data, if it is stored here or a sample: nobody is sent elsewhere. */
  private static Optional<String> uri(Seen persona) {
    for (JsonNode data : persona.item().path("3DModelObjectData")) {
      String uri = data.path(DATA_URI).asText();
      if (DevicePages.SAMPLES.contains(uri) || !StoredData.in(data).isEmpty()) {
        return Optional.of(uri);
      }
    }
    return Optional.empty();
  }

  private CompletionStage<Answer> bytes(Seen persona) {
    List<BlobRef> named = StoredData.in(persona.item().path("3DModelObjectData"));
    if (named.isEmpty()) return CompletableFuture.completedFuture(none(persona));
    BlobRef first = named.get(0);
    Optional<String> no = checks.tooLong(first);
    if (no.isPresent()) return CompletableFuture.completedFuture(unfit(no.get()));
    return transfers.one(
        () ->
            stored
                .read(first)
                .thenApply(
                    found -> found.map(b -> checked(first, b)).orElseGet(() -> none(persona))));
  }

  private Answer checked(BlobRef ref, byte[] bytes) {
    return checks
        .refusal(ref, bytes)
        .map(ModelRoutes::unfit)
        .orElseGet(
            () ->
                new Answer(200, ModelRules.TYPE, bytes, Map.of("ETag", "\"" + ref.hash() + "\"")));
  }

  private static Answer unfit(String refusal) {
    return Answer.error(Reason.FAULTY_PA, refusal);
  }

  private static Answer none(Seen persona) {
    return Answer.error(Reason.INC_ID, persona.id() + " has no model that is stored here");
  }
}
