package org.mmm.rooms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mmm.item.ItemEvent;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Offer;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Question;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

/** Who looks at a place on offer has it kept for a while; until then nobody else gets it. */
final class HoldRules {
  private HoldRules() {}

  /** The answer to HOLD. */
  static Outcome<PlaceEvent> hold(
      PlaceState place, Message.Consult consult, Args.Holding wish, Moment now) {
    Call call = consult.call();
    var before = Asked.before(place, consult);
    if (before.isPresent()) return Outcome.<PlaceEvent>nothing().send(consult.answer(before.get()));
    Optional<PaStatus.Err> why =
        Asked.ranOut(call, now).or(() -> Optional.ofNullable(refusal(place, wish, now)));
    PaStatus status = why.isPresent() ? why.get() : PaStatus.ACK;
    var told = Told.of(Question.HOLD, call, status, null, List.of());
    PlaceEvent event =
        why.isPresent()
            ? new PlaceEvent.HoldRefused(told, now.hlc())
            : new PlaceEvent.Held(new Hold(wish.user(), wish.until(), call.id()), told, now.hlc());
    Outcome<PlaceEvent> outcome =
        Outcome.<PlaceEvent>nothing().send(consult.answer(Asked.finding(place, told)));
    return call.dryRun() ? outcome : outcome.persist(event);
  }

  /**
   * The answer to RESERVE while it is kept for somebody else: a Clash, and that Transaction never
   * will get it. Empty when the rules of any Item decide.
   */
  static Optional<Outcome<PlaceEvent>> reserve(
      PlaceState place, Message.Consult consult, Args.Reservation terms, Moment now) {
    Call call = consult.call();
    Hold hold = place.hold();
    ItemEvent.Reserved reserved = place.item().reserved();
    boolean decided =
        place.item().endedBy(call.id()).isPresent()
            || place.item().provenance().stream()
                .anyMatch(h -> h.transaction().equals(call.id().toString()))
            || reserved != null && reserved.transaction().equals(call.id());
    if (hold == null || !hold.liveAt(now.millis()) || decided || call.settle()) {
      return Optional.empty();
    }
    if (hold.user().equals(terms.buyer())) return Optional.empty();
    PaStatus.Err refused = kept(place, hold);
    var finding = Finding.of(Question.RESERVE, place.id(), refused);
    Outcome<PlaceEvent> outcome = Outcome.<PlaceEvent>nothing().send(consult.answer(finding));
    var ended =
        new PlaceEvent.OfItem(new ItemEvent.ReservationEnded(call.id(), refused, now.hlc()));
    return Optional.of(call.dryRun() ? outcome : outcome.persist(ended));
  }

  private static PaStatus.@Nullable Err refusal(PlaceState place, Args.Holding wish, Moment now) {
    if (!place.item().exists()) return Unborn.status(place.id());
    Offer offer = place.item().offer();
    if (offer == null || !(offer.to().isEmpty() || offer.to().contains(wish.user()))) {
      return PaStatus.err(Reason.CLASH, place.id() + " is not on offer to " + wish.user());
    }
    Hold hold = place.hold();
    return hold != null && hold.liveAt(now.millis()) && !hold.user().equals(wish.user())
        ? kept(place, hold)
        : null;
  }

  private static PaStatus.Err kept(PlaceState place, Hold hold) {
    String until = Instant.ofEpochMilli(hold.until()).toString();
    return PaStatus.err(
        Reason.CLASH, place.id() + " is kept for " + hold.user() + " until " + until);
  }
}
