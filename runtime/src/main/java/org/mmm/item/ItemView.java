package org.mmm.item;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.mmm.kernel.Address;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Offer;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.rights.Authorization;
import org.mmm.rights.Decision;

/** What an Item shows of itself to who may read it: the form in which the MMM-API gives it. */
public final class ItemView {
  private ItemView() {}

  static Outcome<ItemEvent> show(ItemState item, Query.Show show, Moment now) {
    Outcome<ItemEvent> outcome = Outcome.nothing();
    if (!item.exists()) {
      return outcome.respond(
          new Response.Refused(PaStatus.err(Reason.INC_ID, "there is no Item " + item.id())));
    }
    Decision decision =
        Authorization.decide(show.reader(), show.grounds(), item.facts(), now.millis());
    if (!show.operator() && decision.status() instanceof PaStatus.Err refused) {
      return outcome.respond(new Response.Refused(refused));
    }
    ObjectNode view = of(item);
    return item.standing() == null
        ? outcome.respond(new Response.View(view))
        : outcome.forward(
            Address.place(item.standing().place()),
            new Message.Read(new Query.Seat(item.id(), view)));
  }

  /** Everything but how it stands in its place, which the place knows. */
  public static ObjectNode of(ItemState item) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("itemID", item.id());
    view.put("dataType", item.dataType());
    view.put("owner", item.owner());
    view.put("epoch", item.epoch());
    view.put("public", item.birth().open());
    view.put("perceptible", item.perceptible());
    if (item.standing() != null) view.putObject("place").put("at", item.standing().place());
    if (item.animatedWith() != null) view.put("animatedWith", item.animatedWith());
    Offer offer = item.offer();
    if (offer != null) {
      ObjectNode on = view.putObject("offer");
      on.put("amount", offer.amount()).put("currency", offer.currency());
      offer.to().forEach(on.putArray("to")::add);
      if (!offer.by().isEmpty()) on.put("by", offer.by());
    }
    ItemState.Departure left = item.departure();
    if (left != null) {
      view.putObject("handedOver")
          .put("to", left.to())
          .put("message", left.message())
          .put("time", Instant.ofEpochMilli(left.at().millis()).toString())
          .put("settled", left.settled());
    }
    if (!item.provenance().isEmpty()) {
      var history = view.putArray("provenance");
      item.provenance()
          .forEach(
              h ->
                  history
                      .addObject()
                      .put("from", h.from())
                      .put("to", h.to())
                      .put("transaction", h.transaction())
                      .put("hlc", h.at().toString()));
    }
    if (item.birth().data() != null) view.set("item", item.birth().data());
    return view;
  }
}
