package org.mmm.item;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.intent.Answers;
import org.mmm.kernel.Appearance;
import org.mmm.kernel.Args;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Offer;

/** What an event makes of an Item: a copy to be changed, field by field. */
final class ItemEdit {
  private final String id;
  private Args.@Nullable Founding born;
  private @Nullable CallId bornBy;
  private String owner;
  private String account;
  private long epoch;
  private boolean perceptible;
  private ItemState.@Nullable Standing standing;
  private ItemEvent.@Nullable MoveBegan moving;
  private List<ItemState.Standing> leaving;
  private @Nullable Offer offer;
  private ItemEvent.@Nullable Reserved reserved;
  private String handedOverBy;
  private List<Ended> ended;
  private List<ItemState.Handed> provenance;
  private @Nullable String animatedWith;
  private Answers answers;
  private @Nullable Appearance appearance;
  private long shown;
  private ItemState.@Nullable Departure departure;

  ItemEdit(ItemState of) {
    id = of.id();
    born = of.born();
    bornBy = of.bornBy();
    owner = of.owner();
    account = of.account();
    epoch = of.epoch();
    perceptible = of.perceptible();
    standing = of.standing();
    moving = of.moving();
    leaving = of.leaving();
    offer = of.offer();
    reserved = of.reserved();
    handedOverBy = of.handedOverBy();
    ended = of.ended();
    provenance = of.provenance();
    animatedWith = of.animatedWith();
    answers = of.answers();
    appearance = of.appearance();
    shown = of.shown();
    departure = of.departure();
  }

  ItemState done() {
    return new ItemState(
        id,
        born,
        bornBy,
        owner,
        account,
        epoch,
        perceptible,
        standing,
        moving,
        leaving,
        offer,
        reserved,
        handedOverBy,
        ended,
        provenance,
        animatedWith,
        answers,
        appearance,
        shown,
        departure);
  }

  ItemEdit apply(ItemEvent event) {
    if (event instanceof ItemEvent.Founded e) founded(e);
    else if (event instanceof ItemEvent.MoveBegan e) moving = e;
    else if (event instanceof ItemEvent.Moved e) moved(e);
    else if (event instanceof ItemEvent.MoveEnded) moving = null;
    else if (event instanceof ItemEvent.LeftBehind e) leftBehind(e);
    else if (event instanceof ItemEvent.PropertyChanged e) propertyChanged(e);
    else if (event instanceof ItemEvent.Animated e) animated(e);
    else if (event instanceof ItemEvent.Shown e) shown = Math.max(shown, e.number());
    else if (event instanceof ItemEvent.Offered e) offer = e.offer();
    else if (event instanceof ItemEvent.Reserved e) reserved = e;
    else if (event instanceof ItemEvent.ReservationEnded e) reservationEnded(e);
    else if (event instanceof ItemEvent.Transferred e) transferred(e);
    else if (event instanceof ItemEvent.Settled) settled();
    else answers = answers.with(((ItemEvent.Answered) event).performed());
    return this;
  }

  private void founded(ItemEvent.Founded e) {
    Args.Founding what = e.what();
    born = what;
    bornBy = e.by();
    owner = what.owner();
    account = what.account();
    epoch = 0;
    perceptible = what.perceptible();
    standing = what.place() == null ? null : new ItemState.Standing(what.place(), e.by());
    moving = null;
    offer = what.offer();
    reserved = null;
    handedOverBy = "";
    animatedWith = null;
  }

  private void moved(ItemEvent.Moved e) {
    if (standing != null) leaving = plus(leaving, standing);
    standing = new ItemState.Standing(e.to(), e.move());
    moving = null;
  }

  private void leftBehind(ItemEvent.LeftBehind e) {
    leaving = leaving.stream().filter(s -> !s.since().equals(e.move())).toList();
  }

  /** On a move the place that it comes to is told when it is asked, and need not be told again. */
  private void propertyChanged(ItemEvent.PropertyChanged e) {
    Appearance before = done().looks();
    appearance =
        moving == null
            ? before.perceptible(e.perceptible())
            : new Appearance(before.number(), e.perceptible(), before.stream(), before.millis());
    perceptible = e.perceptible();
    if (e.as() != null) born = e.as();
  }

  private void animated(ItemEvent.Animated e) {
    appearance = done().looks().animated(e.stream(), e.at().millis());
    animatedWith = e.stream();
  }

  private void reservationEnded(ItemEvent.ReservationEnded e) {
    ended = plus(ended, new Ended(e.transaction(), e.refused()));
    if (ended.size() > ItemState.ENDED_REMEMBERED) ended = ended.subList(1, ended.size());
    if (reserved != null && reserved.transaction().equals(e.transaction())) reserved = null;
  }

  private void transferred(ItemEvent.Transferred e) {
    String before = account.isEmpty() ? null : account;
    provenance =
        plus(
            provenance,
            new ItemState.Handed(
                e.from(), e.terms().buyer(), e.transaction().toString(), e.at(), before));
    owner = e.terms().buyer();
    account = e.terms().account();
    epoch++;
    offer = null;
    reserved = null;
    handedOverBy = e.terms().by();
    String message = e.terms().message();
    if (message != null) {
      departure = new ItemState.Departure(e.terms().buyer(), message, e.at(), false);
      if (standing != null) leaving = plus(leaving, standing);
      standing = null;
    }
  }

  private void settled() {
    if (departure != null) departure = departure.confirmed();
  }

  private static <T> List<T> plus(List<T> some, T more) {
    List<T> all = new ArrayList<>(some);
    all.add(more);
    return all;
  }
}
