package org.mmm.item;

import java.util.Optional;
import org.mmm.action.MmmService;
import org.mmm.intent.Horizon;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Offer;
import org.mmm.kernel.Outcome;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

/**
 * RESERVE and TRANSFER: how an Item changes owner. It is kept for one Transaction while that one
 * sees to the Values; then it is transferred once, from which there is no way back.
 */
final class HandingOver {
  private HandingOver() {}

  static Outcome<ItemEvent> reserve(ItemState item, Message.Consult consult, Moment now) {
    if (!item.exists()) return Ownership.unborn(item, consult);
    Call call = consult.call();
    CallId transaction = call.id();
    Args.Reservation terms = terms(consult);
    if (handedOver(item, transaction) || keptFor(item, transaction)) {
      return kept(item, consult);
    }
    Optional<Ended> ended = item.endedBy(transaction);
    if (ended.isPresent()) {
      PaStatus.Err refused = ended.get().refused();
      PaStatus told = refused != null ? refused : err(Reason.UNABLE, transaction + " has ended");
      return answer(item, consult, told);
    }
    // A straggler must not keep what nobody will come for.
    Optional<PaStatus.Err> against =
        Horizon.passed(call, now)
            ? Optional.of(err(Reason.UNABLE, "never reserved"))
            : against(item, terms, now);
    if (against.isPresent()) {
      Outcome<ItemEvent> never = answer(item, consult, against.get());
      return call.dryRun()
          ? never
          : never.persist(new ItemEvent.ReservationEnded(transaction, against.get(), now.hlc()));
    }
    if (call.dryRun()) return kept(item, consult);
    return kept(item, consult)
        .persist(new ItemEvent.Reserved(transaction, terms, call.notAfter(), now.hlc()));
  }

  /** Ends a reservation that came to nothing, so that nobody waits for it to run out. */
  static Outcome<ItemEvent> free(ItemState item, Message.Consult consult, Moment now) {
    CallId transaction = consult.call().id();
    Outcome<ItemEvent> freed = answer(item, consult, PaStatus.ACK);
    return item.exists() && keptFor(item, transaction) && !consult.call().dryRun()
        ? freed.persist(new ItemEvent.ReservationEnded(transaction, null, now.hlc()))
        : freed;
  }

  static Outcome<ItemEvent> transfer(
      ItemState item, Address self, Message.Consult consult, Moment now) {
    if (!item.exists()) return Ownership.unborn(item, consult);
    CallId transaction = consult.call().id();
    if (handedOver(item, transaction)) return answer(item, consult, PaStatus.ACK);
    if (!keptFor(item, transaction)) {
      return answer(
          item, consult, err(Reason.CLASH, item.id() + " is not kept for " + transaction));
    }
    // What its owner has begun ends first: nobody may see it owned by the next, and then moved.
    if (item.moving() != null) return Outcome.defer();
    Args.Reservation terms = terms(consult);
    return Leaving.release(answer(item, consult, PaStatus.ACK), item, self, terms)
        .persist(new ItemEvent.Transferred(transaction, terms, item.owner(), now.hlc()));
  }

  /**
   * What speaks against handing it over on these terms: order as in the MMM-API, Rights before how
   * things stand.
   */
  private static Optional<PaStatus.Err> against(
      ItemState item, Args.Reservation terms, Moment now) {
    if (!terms.seller().isEmpty() && !same(terms.seller(), item.owner())) {
      return Optional.of(
          err(
              Reason.CLASH,
              item.id() + " is owned by " + item.owner() + ", not by " + terms.seller()));
    }
    Offer offer = item.offer();
    if (offer == null) {
      boolean land = terms.by().equals(MmmService.PARCEL.id(org.mmm.action.Edition.ARC_1_2));
      return Optional.of(
          err(
              land ? Reason.CLASH : Reason.INS_RIGHTS,
              item.id() + " is not on offer: it is owned by " + item.owner()));
    }
    if (!offer.by().isEmpty() && !same(offer.by(), terms.by())) {
      return Optional.of(
          err(Reason.INS_RIGHTS, item.id() + " is on offer by " + offer.by() + " only"));
    }
    if (!offer.to().isEmpty() && !offer.to().contains(terms.buyer())) {
      return Optional.of(
          err(Reason.INS_RIGHTS, item.id() + " is not on offer to " + terms.buyer()));
    }
    if (offer.amount().compareTo(terms.amount()) != 0
        || (!offer.free() && !offer.currency().equals(terms.currency()))) {
      return Optional.of(
          err(
              Reason.INS_VALUE,
              item.id()
                  + " is on offer at "
                  + offer.amount()
                  + " "
                  + offer.currency()
                  + ", not at "
                  + terms.amount()
                  + " "
                  + terms.currency()));
    }
    PaStatus.Err gone = item.departure() == null ? null : Leaving.gone(item, now);
    if (gone != null) return Optional.of(gone);
    Optional<PaStatus.Err> stays = Leaving.against(item, terms);
    if (stays.isPresent()) return stays;
    ItemEvent.Reserved kept = item.reserved();
    if (kept != null && kept.until() + GRACE_MILLIS > now.millis()) {
      return Optional.of(err(Reason.CLASH, item.id() + " is being handed over just now"));
    }
    return Optional.empty();
  }

  /** A Transaction that has run out may still be at its last step for so long. */
  static final long GRACE_MILLIS = 60_000;

  private static boolean keptFor(ItemState item, CallId transaction) {
    return item.reserved() != null && item.reserved().transaction().equals(transaction);
  }

  private static boolean handedOver(ItemState item, CallId transaction) {
    return handing(item, transaction).isPresent();
  }

  private static Optional<ItemState.Handed> handing(ItemState item, CallId transaction) {
    return item.provenance().stream()
        .filter(h -> h.transaction().equals(transaction.toString()))
        .findFirst();
  }

  private static boolean same(String one, String other) {
    return one.equals(other)
        || (MmmService.of(one).isPresent() && MmmService.of(one).equals(MmmService.of(other)));
  }

  private static Args.Reservation terms(Message.Consult consult) {
    if (consult.args() instanceof Args.Reservation terms) return terms;
    throw new IllegalArgumentException(
        consult.question() + " needs a Reservation, got " + consult.args());
  }

  private static PaStatus.Err err(Reason reason, String detail) {
    return PaStatus.err(reason, detail);
  }

  /** It is kept, or has been handed over already: by whom, for those who count what is owned. */
  private static Outcome<ItemEvent> kept(ItemState item, Message.Consult consult) {
    Optional<ItemState.Handed> done = handing(item, consult.call().id());
    Kept of =
        done.map(h -> new Kept(h.account() == null ? "" : h.account(), true))
            .orElseGet(() -> new Kept(item.account(), false));
    return Outcome.<ItemEvent>nothing()
        .send(
            consult.answer(
                Finding.of(consult.question(), item.id(), PaStatus.ACK)
                    .with(item.facts())
                    .with(of.json())));
  }

  private static Outcome<ItemEvent> answer(
      ItemState item, Message.Consult consult, PaStatus status) {
    if (!item.exists()) return Ownership.unborn(item, consult);
    return Outcome.<ItemEvent>nothing()
        .send(consult.answer(Finding.of(consult.question(), item.id(), status).with(item.facts())));
  }
}
