package org.mmm.item;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.journal.Cbor;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Question;
import org.mmm.kernel.Send;
import org.mmm.kernel.Telling;
import org.mmm.kernel.Told;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;

/** One Item, told one thing after the other; everything that it writes goes through CBOR. */
final class OneItem {
  final Address self;
  final List<ItemEvent> written = new ArrayList<>();
  private final ItemMachine machine;
  private ItemState state;

  OneItem(String id) {
    self = Address.item(id);
    machine = new ItemMachine(self);
    state = machine.empty();
  }

  /** Anna's Persona, which stands nowhere yet. */
  static OneItem annasPersona() {
    return founded("Persona1", Telling.born("Persona", "Anna"));
  }

  /** The same, embedded in Room1 by Anna's first request. */
  static OneItem inRoom1() {
    OneItem item = annasPersona();
    item.embed(1, "Room1");
    return item;
  }

  static OneItem founded(String id, Args.Founding what) {
    OneItem item = new OneItem(id);
    Call founding =
        new Call(
            Telling.BEGINNING,
            Telling.asks("World", org.mmm.action.Action.AUTHOR, Complements.NONE),
            "",
            Telling.NAMES,
            List.of(),
            org.mmm.rights.Grounds.NONE,
            Telling.NOON,
            false,
            false,
            0,
            List.of());
    item.ask(Question.FOUND, founding, what);
    return item;
  }

  ItemState state() {
    return state;
  }

  Outcome<ItemEvent> tell(Message message, Moment now) {
    Outcome<ItemEvent> outcome = machine.on(state, message, now);
    for (ItemEvent event : Told.events(outcome)) {
      written.add(event);
      state = machine.apply(state, Cbor.roundTrip(ItemEvent.class, event));
    }
    state = Cbor.roundTrip(ItemState.class, state);
    return outcome;
  }

  Outcome<ItemEvent> tell(Message message) {
    return tell(message, Telling.NOW);
  }

  Outcome<ItemEvent> request(Call call) {
    return tell(new Message.Request(call));
  }

  /** The request comes back with that finding. */
  Outcome<ItemEvent> request(Call call, Finding finding) {
    return request(call.with(finding));
  }

  /** Anna's seq-th request puts it there, and the place lets it in. */
  Outcome<ItemEvent> embed(long seq, String place) {
    Call call = embeds(seq, place);
    request(call);
    return request(call, Finding.yes(Question.ADMIT, place));
  }

  Call embeds(long seq, String place) {
    return Telling.call(
        "Anna", seq, org.mmm.action.Action.MM_EMBED, Complements.nil(self.id()).withAt(place));
  }

  Outcome<ItemEvent> consult(Question question, Call call, @Nullable Args args) {
    return tell(Telling.consult(question, self, call, args));
  }

  Finding ask(Question question, Call call, @Nullable Args args) {
    return Told.finding(consult(question, call, args));
  }

  List<Send> due(Moment now) {
    return machine.due(state, now);
  }

  boolean busy() {
    return machine.busy(state);
  }

  static Finding no(Question question, String entity, PaStatus why) {
    return Finding.of(question, entity, why);
  }
}
