package org.mmm.rooms;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Question;
import org.mmm.kernel.Send;

/** One place, asked one thing after the other; everything that it writes goes through CBOR. */
final class Place {
  final Address self;
  final List<PlaceEvent> written = new ArrayList<>();
  private final PlaceMachine machine;
  private PlaceState state;

  Place(String id) {
    self = Address.place(id);
    machine = new PlaceMachine(self);
    state = machine.empty();
  }

  /** A room of two by 4 m, which belongs to Anna and is not public. */
  static Place annasRoomOfTwo() {
    return founded("Room1", Telling.place("Room", "Anna", false, 4, 2));
  }

  static Place founded(String id, Args.Founding what) {
    Place place = new Place(id);
    Call founding = Telling.asking(Telling.embeds("World", 1, id, "M1"), Telling.BEGINNING);
    place.ask(Question.FOUND, founding, what);
    return place;
  }

  PlaceState state() {
    return state;
  }

  Outcome<PlaceEvent> tell(Message message, Moment now) {
    Outcome<PlaceEvent> outcome = machine.on(state, message, now);
    List<PlaceEvent> events = new ArrayList<>(outcome.soon());
    events.addAll(outcome.events());
    for (PlaceEvent event : events) {
      written.add(event);
      state = machine.apply(state, Cbor.roundTrip(PlaceEvent.class, event));
    }
    state = Cbor.roundTrip(PlaceState.class, state);
    return outcome;
  }

  /** Something happened to it of which this story does not tell how. */
  void force(PlaceEvent event) {
    state = machine.apply(state, event);
  }

  /** The finding; null when it asks somebody else first. */
  @Nullable Finding ask(Question question, Call call, @Nullable Args args, Moment now) {
    return finding(tell(Telling.consult(question, call, args), now), question);
  }

  Finding ask(Question question, Call call, @Nullable Args args) {
    Finding finding = ask(question, call, args, Telling.NOW);
    if (finding == null) throw new AssertionError(self + " asked somebody else first");
    return finding;
  }

  Finding admit(Call call, Args.Admission wish) {
    return ask(Question.ADMIT, call, wish);
  }

  void release(String item, CallId move) {
    tell(new Message.Release(item, move, Address.item(item)), Telling.NOW);
  }

  private @Nullable Finding finding(Outcome<PlaceEvent> outcome, Question question) {
    for (Send send : outcome.sends()) {
      if (send.message() instanceof Message.Request back) {
        return back.call().found(question, self.id()).orElse(null);
      }
    }
    return null;
  }
}
