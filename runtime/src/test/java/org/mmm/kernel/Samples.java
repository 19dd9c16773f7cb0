package org.mmm.kernel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mmm.action.Action;
import org.mmm.intent.IntentEvent;
import org.mmm.intent.Performed;
import org.mmm.item.ItemEvent;
import org.mmm.item.ItemMachine;
import org.mmm.item.ItemState;
import org.mmm.items.DeonticVerb;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.pa.With;
import org.mmm.process.ProcessEvent;
import org.mmm.process.ProcessMachine;
import org.mmm.process.ProcessState;
import org.mmm.rights.Grounds;
import org.mmm.rights.Line;
import org.mmm.rights.Quotas;
import org.mmm.rights.Right;
import org.mmm.rights.RuleBook;

/** One of everything that is written or sent, with nothing left out that it can have. */
final class Samples {
  static final Hlc AT = new Hlc(Telling.NOON, 1);
  static final Complements SAID =
      Complements.nil("Persona1")
          .withAt("Room1")
          .withBy("ParcelService")
          .withFrom("Square")
          .with(List.of(Telling.named("Stream1"), Telling.inline("{'Header': 'OSD-OSA-V1.3'}")));
  static final Right MAY =
      Telling.right(
          "R1",
          DeonticVerb.MAY,
          "Anna",
          "Room1",
          Action.MM_EMBED,
          Complements.NONE.withAt("Room1"));
  static final Call CALL =
      Telling.on(Grounds.of(MAY), Telling.call("Bruno", 7, Action.MM_EMBED, SAID))
          .with(new Finding(Question.OWN, "Room1", PaStatus.ACK, null, lines(), null));
  static final Reply REPLY =
      new Reply(
          PaStatus.err(Reason.CLASH, "Room1 is full"),
          "LocationService",
          Complements.nil("Persona1"),
          true,
          lines());
  static final Appearance APPEARANCE = new Appearance(3, true, "Stream1", Telling.NOON);
  static final Args.Reservation TERMS =
      new Args.Reservation(
          "Bruno", "A2", "Anna", new BigDecimal("2.5"), "EUR", "TransactionService");
  static final Args.Founding PERSONA =
      new Args.Founding(
          "Persona",
          "Anna",
          "", // of an Account it would be sealed, each time anew
          true,
          true,
          1.5,
          3,
          Telling.object("{'Name': 'Anna'}"),
          new Offer(BigDecimal.ONE, "EUR", Set.of("Bruno"), "ParcelService"),
          "Room1",
          new Attitude(1, 0, -2, 90, 0, 0),
          List.of(MAY),
          "token1");

  private Samples() {}

  static List<ItemEvent> itemEvents() {
    return List.of(
        new ItemEvent.Founded(PERSONA, Telling.BEGINNING, AT),
        new ItemEvent.MoveBegan(CALL, "Room2", Attitude.ORIGIN, true, AT),
        new ItemEvent.Moved("Room2", CALL.id(), AT),
        new ItemEvent.MoveEnded(CALL.id(), AT),
        new ItemEvent.LeftBehind("Room1", Telling.BEGINNING),
        new ItemEvent.PropertyChanged(true, AT),
        new ItemEvent.Animated("Stream1", AT),
        new ItemEvent.Shown("Room2", 1),
        new ItemEvent.Offered(PERSONA.offer(), AT),
        new ItemEvent.Reserved(CALL.id(), TERMS, Telling.NOON + 30_000, AT),
        new ItemEvent.ReservationEnded(CALL.id(), PaStatus.err(Reason.CLASH, "not on offer"), AT),
        new ItemEvent.Transferred(CALL.id(), TERMS, "Anna", AT),
        new ItemEvent.Settled(AT),
        new ItemEvent.Answered(performed()));
  }

  static List<IntentEvent> intentEvents() {
    return List.of(
        new IntentEvent.Asked(
            1,
            "key1",
            "digest1",
            CALL.action(),
            Map.of("Room1", new Name(Address.Kind.PLACE, "Room")),
            List.of(Telling.FRESH),
            Grounds.of(MAY),
            Telling.NOON + 30_000,
            new IntentEvent.Order(Address.process("Anna"), CALL.id()),
            AT),
        new IntentEvent.PartAnswered(1, REPLY, AT),
        new IntentEvent.Answered(1, REPLY, AT),
        new IntentEvent.Refused(2, "key2", "digest2", CALL.action(), REPLY, AT),
        new IntentEvent.Freed(1, REPLY, AT));
  }

  static List<ProcessEvent> processEvents() {
    return List.of(
        new ProcessEvent.Founded(PERSONA, Telling.BEGINNING, AT),
        new ProcessEvent.Intent(intentEvents().get(0)),
        new ProcessEvent.RightsChanged(CALL.id(), CALL.action(), List.of(MAY), Set.of(1L), AT),
        new ProcessEvent.Answered(performed()),
        new ProcessEvent.Received(CALL.id(), CALL.action(), delivery(), List.of(MAY), AT),
        new ProcessEvent.NeverReceived(CALL.id(), AT),
        new ProcessEvent.InboxAcknowledged(3),
        new ProcessEvent.SessionBegan("token2"),
        new ProcessEvent.SessionEnded("token1"),
        new ProcessEvent.Tried(AT));
  }

  /** An Item to which all of that has happened, but what would end what it is about. */
  static ItemState itemState() {
    var machine = new ItemMachine(Address.item("Persona1"));
    ItemState state = machine.empty();
    for (ItemEvent event : itemEvents()) state = machine.apply(state, event);
    state = machine.apply(state, new ItemEvent.Offered(PERSONA.offer(), AT));
    state = machine.apply(state, itemEvents().get(9));
    return machine.apply(state, itemEvents().get(1));
  }

  static ProcessState processState() {
    var machine =
        new ProcessMachine(Address.process("Bruno"), () -> RuleBook.none("MI1"), Quotas.DEFAULT);
    List<ProcessEvent> all = new ArrayList<>(processEvents());
    all.add(3, new ProcessEvent.Intent(intentEvents().get(3)));
    ProcessState state = machine.empty();
    for (ProcessEvent event : all) state = machine.apply(state, event);
    return state;
  }

  static List<Message> messages() {
    Ask ask =
        new Ask(
            "key1",
            "digest1",
            CALL.action(),
            Map.of("Room1", new Name(Address.Kind.PLACE, "Room")),
            List.of(Telling.FRESH),
            Telling.NOON,
            true,
            "token1",
            Telling.object("{'hash': 'x'}"));
    var admission =
        new Args.Admission(
            "Persona1",
            "Persona",
            "Anna",
            1,
            Attitude.ORIGIN,
            true,
            CALL.id(),
            new PaStatus.Err(Reason.CLASH, "elsewhere"),
            APPEARANCE);
    return List.of(
        new Message.Submit(ask),
        new Message.Instruct(ask, Address.process("Anna"), CALL.id(), "A1"),
        new Message.Try(ask, trial(ask), "A1"),
        new Message.Tried(CALL.action(), trial(ask), REPLY),
        new Message.Request(CALL),
        Telling.consult(Question.ADMIT, Address.item("Persona1"), CALL, admission),
        new Message.Answer(CALL.id(), REPLY),
        new Message.Release("Persona1", CALL.id(), Address.item("Persona1")),
        new Message.Released("Room1", CALL.id()),
        new Message.Show("Persona1", CALL.id(), APPEARANCE, Address.item("Persona1")),
        new Message.Shown("Room1", 3),
        new Message.Said("Anna", "Message1", "hello"),
        new Message.Leaving(List.of(1L, 2L)),
        new Message.Returned(1, REPLY),
        new Message.Lapsed(2),
        new Message.Read(new Query.Show(CALL.action(), CALL.grounds(), true)));
  }

  private static Trial trial(Ask whole) {
    return Trial.of(whole, Address.process("Anna"))
        .and(
            REPLY,
            List.of(
                new Foreseen.Born(Telling.FRESH, "Data", "Anna"),
                new Foreseen.HandedOver("Parcel1", "Anna"),
                new Foreseen.Sent("Persona1", "Device1")));
  }

  static List<Response> responses() {
    return List.of(
        new Response.Performed("PA-Bruno-7", REPLY),
        new Response.View(Telling.object("{'itemID': 'Persona1'}")),
        new Response.Found(Map.of("Room1", new Name(Address.Kind.PLACE, "Room"))),
        new Response.Refused(new PaStatus.Err(Reason.INC_ID, "nobody")),
        new Response.BadToken(),
        new Response.Throttled(1_000, "too fast"));
  }

  private static Args.Delivery delivery() {
    return new Args.Delivery(
        "Message1", "Message", "Anna", 2, new With.Inline(Telling.object("{'Text': 'Hi'}")));
  }

  private static Performed performed() {
    return new Performed(CALL.id(), CALL.action(), REPLY, Telling.NOON + 30_000, 6, AT);
  }

  private static List<Line> lines() {
    return List.of(new Line("Room1", true, MAY, "Room1 permits: Anna granted it"));
  }
}
