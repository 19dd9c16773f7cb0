package org.mmm.item;

import java.util.HashSet;
import java.util.Set;
import org.mmm.kernel.Call;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Offer;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Price;
import org.mmm.kernel.Reply;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.pa.With;
import org.mmm.rights.Authorization;
import org.mmm.rights.Decision;

/**
 * Post: the owner puts an Asset on offer, to anyone or to those named After To, at the Value given
 * With; 0 EUR if none is.
 */
final class Posting {
  private Posting() {}

  static Outcome<ItemEvent> request(ItemState item, Call call, Moment now) {
    if (!item.exists()) return Verdict.unborn(call, item.id());
    Decision own = Authorization.decide(call.action(), call.grounds(), item.facts(), now.millis());
    if (own.status() instanceof PaStatus.Err refused) {
      return Verdict.refuse(call, refused, own.derivation(), now);
    }
    if (item.reserved() != null && item.reserved().until() > now.millis()) {
      return Verdict.refuse(call, Reason.CLASH, item.id() + " is being handed over just now", now);
    }
    if (call.settle()) return Verdict.never(call, now);
    Set<String> to = new HashSet<>(call.action().complements().to());
    to.removeIf(id -> org.mmm.action.MmmService.of(id).isPresent());
    Price price = price(call);
    if (price.amount().signum() < 0) {
      String rule = "a price must be at least 0, was " + price.amount();
      return Verdict.refuse(call, Reason.FAULTY_PA, rule, now);
    }
    Offer offer = new Offer(price.amount(), price.currency(), to, "");
    return Verdict.ack(
        call,
        Reply.of(call, PaStatus.ACK).with(own.derivation()),
        now,
        new ItemEvent.Offered(offer, now.hlc()));
  }

  private static Price price(Call call) {
    for (With with : call.action().complements().with()) {
      if (with instanceof With.Inline inline && inline.item().findValue("Amount") != null) {
        return Price.of(inline.item());
      }
    }
    return Price.NOTHING;
  }
}
