package org.mmm.rooms;

import java.util.List;
import org.mmm.item.Foresight;
import org.mmm.item.ItemEvent;
import org.mmm.item.ItemRules;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Send;

/** A place: an Item by the rules of any Item, and besides what others can stand in. */
public final class PlaceMachine implements Machine<PlaceState, PlaceEvent> {
  private final Address self;

  /** The place at that address, which is of kind PLACE. */
  public PlaceMachine(Address self) {
    if (self.kind() != Address.Kind.PLACE) {
      throw new IllegalArgumentException("a place lives at place/..., not at " + self);
    }
    this.self = self;
  }

  @Override
  public PlaceState empty() {
    return PlaceState.unborn(self.id());
  }

  @Override
  public PlaceState apply(PlaceState place, PlaceEvent event) {
    return place.apply(event);
  }

  @Override
  public Outcome<PlaceEvent> on(PlaceState place, Message message, Moment now) {
    if (message instanceof Message.Release m) return release(place, m, now);
    if (message instanceof Message.Show m) return show(place, m, now);
    if (message instanceof Message.Consult m) {
      return consult(place.as(Foresight.of(place.item(), m, now)), m, now);
    }
    if (message instanceof Message.Read m && m.query() instanceof Query.Seat seat) {
      return Outcome.<PlaceEvent>nothing().respond(PlaceView.seat(place, seat));
    }
    if (message instanceof Message.Read m && m.query() instanceof Query.Show) {
      return PlaceView.complete(place, asItem(place, message, now));
    }
    return asItem(place, message, now);
  }

  @Override
  public boolean busy(PlaceState place) {
    return ItemRules.busy(place.item());
  }

  @Override
  public List<Send> due(PlaceState place, Moment now) {
    return ItemRules.due(place.item(), self, now);
  }

  private Outcome<PlaceEvent> consult(PlaceState place, Message.Consult consult, Moment now) {
    return switch (consult.question()) {
      case ADMIT ->
          EnterRules.admit(place, self, consult, args(consult, Args.Admission.class), now);
      case ABOVE -> Nesting.above(place, self, consult);
      case OUTSIDE -> PutOut.outside(place, consult);
      case DELIVER ->
          SpeakRules.deliver(place, self, consult, args(consult, Args.Delivery.class), now);
      case HOLD -> HoldRules.hold(place, consult, args(consult, Args.Holding.class), now);
      case RESERVE ->
          HoldRules.reserve(place, consult, args(consult, Args.Reservation.class), now)
              .orElseGet(() -> asItem(place, consult, now));
      default -> asItem(place, consult, now);
    };
  }

  /** A stay ends by the word that names it; older words only learn that it is known. */
  private Outcome<PlaceEvent> release(PlaceState place, Message.Release release, Moment now) {
    Seat seat = place.seats().get(release.item());
    Outcome<PlaceEvent> known =
        Outcome.<PlaceEvent>nothing()
            .send(release.from(), new Message.Released(self.id(), release.move()));
    return seat == null || !seat.since().equals(release.move())
        ? known
        : known.persist(new PlaceEvent.SeatReleased(release.item(), release.move(), now.hlc()));
  }

  /** Only what is newer, of the stay that is meant; whatever is known is known by now. */
  private Outcome<PlaceEvent> show(PlaceState place, Message.Show show, Moment now) {
    Seat seat = place.seats().get(show.item());
    Outcome<PlaceEvent> known =
        Outcome.<PlaceEvent>nothing()
            .send(show.from(), new Message.Shown(self.id(), show.appearance().number()));
    if (seat == null || !seat.since().equals(show.since())) return Outcome.nothing();
    return seat.appearance().number() >= show.appearance().number()
        ? known
        : known.persist(
            new PlaceEvent.Appeared(show.item(), show.since(), show.appearance(), now.hlc()));
  }

  private Outcome<PlaceEvent> asItem(PlaceState place, Message message, Moment now) {
    Outcome<ItemEvent> of = ItemRules.on(place.item(), self, message, now);
    return new Outcome<>(
        wrap(of.events()),
        wrap(of.soon()),
        of.sends(),
        of.response(),
        of.awaits(),
        of.wakes(),
        of.deferred());
  }

  private static List<PlaceEvent> wrap(List<ItemEvent> events) {
    return events.stream().<PlaceEvent>map(PlaceEvent.OfItem::new).toList();
  }

  private static <A extends Args> A args(Message.Consult consult, Class<A> type) {
    if (type.isInstance(consult.args())) return type.cast(consult.args());
    throw new IllegalArgumentException(
        consult.question() + " needs a " + type.getSimpleName() + ", got " + consult.args());
  }
}
