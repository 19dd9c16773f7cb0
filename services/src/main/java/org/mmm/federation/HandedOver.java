package org.mmm.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.mmm.action.Action;
import org.mmm.edge.Reading;
import org.mmm.gateway.Gateway;
import org.mmm.ipp.SigningKey;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;
import org.mmm.pa.Reason;
import org.mmm.provenance.Receipt;
import org.mmm.resolution.Acquired;

/**
 * Items of this M-Instance that were handed over to Processes of others. Whether one was, and by
 * which message, is what the Item itself says: it alone settles every doubt, however late.
 */
final class HandedOver {
  private final FederationSettings settings;
  private final OwnKeys keys;
  private final Gateway gateway;
  private final Reading reading;
  private final Ambient ambient;

  HandedOver(FederationSettings settings, OwnKeys keys, Gateway gateway, Ambient ambient) {
    this.settings = settings;
    this.keys = keys;
    this.gateway = gateway;
    this.reading = new Reading(gateway);
    this.ambient = ambient;
  }

  /** What was handed over by that message; empty if nothing was, fails if nobody can say. */
  CompletionStage<Optional<Acquired>> by(IppRequest request) {
    String item = request.action().complements().nil();
    if (request.action().action() != Action.TRANSACT || item == null) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    return gateway
        .lookup(item)
        .thenCompose(
            name ->
                name.filter(n -> n.kind() == Address.Kind.ITEM).isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : reading
                        .asOperator(item, Address.item(item))
                        .thenApply(shown -> by(request, item, shown)));
  }

  private Optional<Acquired> by(IppRequest request, String item, Response shown) {
    if (!(shown instanceof Response.View view)) {
      boolean none =
          shown instanceof Response.Refused refused && refused.status().reason() == Reason.INC_ID;
      if (none) return Optional.empty();
      throw new IllegalStateException(item + " does not answer");
    }
    JsonNode left = view.body().path("handedOver");
    // An ID is unique with its M-Instance only: another one may have used the same.
    return left.path("message").asText().equals(request.id())
            && left.path("to").asText().equals(request.action().source())
        ? Optional.of(acquired(item, view.body(), left))
        : Optional.empty();
  }

  private Acquired acquired(String item, JsonNode view, JsonNode left) {
    ObjectNode data =
        view.path("item") instanceof ObjectNode object
            ? object.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    List<Receipt> before = new ArrayList<>();
    JsonNode receipts = data.remove(Acquired.RECEIPTS);
    if (receipts != null) receipts.forEach(one -> before.add(Receipt.of(one)));
    Names names = new Names(settings.id());
    JsonNode owners = view.path("provenance");
    String type = view.path("dataType").asText();
    long now = ambient.millis() / 1_000;
    SigningKey key = keys.at(now);
    Receipt receipt =
        Receipt.sign(
            names.outward(item),
            type,
            data,
            names.outward(owners.path(owners.size() - 1).path("from").asText()),
            left.path("to").asText(),
            left.path("message").asText(),
            Instant.parse(left.path("time").asText()),
            settings.id(),
            key.published().id(),
            key.published().key(),
            before,
            key.secret());
    return new Acquired(type, data, receipt);
  }

  /** The other M-Instance says that it has it. */
  CompletionStage<Boolean> settle(IppRequest request) {
    String item = String.valueOf(request.action().complements().nil());
    return gateway
        .read(Address.item(item), new Query.Handed(request.id()))
        .thenApply(told -> told instanceof Response.View);
  }
}
