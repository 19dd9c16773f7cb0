package org.mmm.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.rooms.Telling.NOON;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.intent.IntentEvent;
import org.mmm.item.ItemEvent;
import org.mmm.item.ItemMachine;
import org.mmm.item.ItemState;
import org.mmm.items.DeonticVerb;
import org.mmm.items.Level;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Ask;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Frame;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Message;
import org.mmm.kernel.Name;
import org.mmm.kernel.Question;
import org.mmm.kernel.Simulation;
import org.mmm.pa.Complements;
import org.mmm.pa.ProcessAction;
import org.mmm.rights.Grounds;
import org.mmm.rights.Pattern;
import org.mmm.rights.Right;
import org.mmm.rights.Stamp;

/** Anna moves her Persona between two rooms for one while Bruno enters. */
final class MoveStory {
  static final Address RED = Address.place("Red");
  static final Address BLUE = Address.place("Blue");
  static final Address PERSONA1 = Address.item("Persona1");
  static final Address PERSONA2 = Address.item("Persona2");
  static final Map<String, Name> NAMES =
      Map.of(
          "Red", new Name(Address.Kind.PLACE, "Room"),
          "Blue", new Name(Address.Kind.PLACE, "Room"),
          "Persona1", new Name(Address.Kind.ITEM, "Persona"),
          "Persona2", new Name(Address.Kind.ITEM, "Persona"));

  private MoveStory() {}

  static Simulation oneMoveAgainstAnother() {
    return beginning()
        .tell(anna(), embed("Anna", "k1", "Persona1", "Blue"), "k1")
        .tell(Address.process("Bruno"), embed("Bruno", "b1", "Persona2", "Blue"), "b1");
  }

  static Simulation backAndForth() {
    return oneMoveAgainstAnother()
        .tell(anna(), embed("Anna", "k2", "Persona1", "Red"), "k2")
        .tell(anna(), embed("Anna", "k3", "Persona1", "Blue"), "k3")
        .tell(anna(), embed("Anna", "k4", "Persona1", "Red"), "k4")
        .tell(Address.process("Bruno"), embed("Bruno", "b2", "Persona2", "Red"), "b2")
        .tell(Address.process("Bruno"), embed("Bruno", "b3", "Persona2", "Blue"), "b3");
  }

  /** Two public rooms for one each; Anna's Persona stands in Red, Bruno's nowhere. */
  static Simulation beginning() {
    Simulation start = nothingYet();
    start = found(start, RED, 1, Telling.place("Room", "Carla", true, 4, 1));
    start = found(start, BLUE, 2, Telling.place("Room", "Carla", true, 4, 1));
    start = found(start, PERSONA1, 3, persona("Anna", "Red"));
    return found(start, PERSONA2, 4, persona("Bruno", null));
  }

  static Simulation nothingYet() {
    return Simulation.begin(MoveStory::machine, MoveStory::stored, NOON);
  }

  static Args.Founding standing(String place, Args.Founding what) {
    return new Args.Founding(
        what.dataType(),
        what.owner(),
        what.account(),
        what.open(),
        what.perceptible(),
        what.side(),
        what.capacity(),
        what.data(),
        what.offer(),
        place,
        what.attitude(),
        what.rights(),
        what.tokenId());
  }

  static Simulation found(Simulation now, Address what, long seq, Args.Founding as) {
    var world = new Address(Address.Kind.WORLD, "world");
    var call =
        Telling.asking(Telling.embeds("World", 1, what.id(), "M1"), new CallId(world, seq, 0));
    var consult =
        new Message.Consult(Question.FOUND, call, as, List.of(new Frame(world, null, null)));
    Simulation told = now.tell(what, consult, null);
    while (!told.flights().isEmpty()) {
      Simulation.Flight next = told.flights().get(0);
      told =
          told.take(
              next.to().equals(world)
                  ? new Simulation.Step.Lose(next)
                  : new Simulation.Step.Deliver(next));
    }
    return told;
  }

  static void allIsWell(Simulation now) {
    neverInTwoPlacesNorAboveCapacity(now);
    if (now.settled()) settledWell(now);
  }

  static void neverInTwoPlacesNorAboveCapacity(Simulation now) {
    for (Address room : List.of(RED, BLUE)) {
      PlaceState place = now.state(room, PlaceState.class);
      assertThat(place.seats().size()).as("seats in " + room).isLessThanOrEqualTo(1);
    }
    for (Address persona : List.of(PERSONA1, PERSONA2)) {
      ItemState item = now.state(persona, ItemState.class);
      ItemState.Standing standing = item.standing();
      if (standing == null) continue;
      Seat seat =
          now.state(Address.place(standing.place()), PlaceState.class).seats().get(persona.id());
      assertThat(seat).as(persona + " has a seat where it stands, " + standing).isNotNull();
      assertThat(Objects.requireNonNull(seat).since()).isEqualTo(standing.since());
    }
  }

  static void settledWell(Simulation now) {
    Simulation end = now.take(new Simulation.Step.Tick()); // writes what could wait
    int seats = 0;
    for (Address room : List.of(RED, BLUE)) {
      seats += end.state(room, PlaceState.class).seats().size();
    }
    long standing =
        List.of(PERSONA1, PERSONA2).stream()
            .filter(p -> end.state(p, ItemState.class).standing() != null)
            .count();
    assertThat(seats).as("no seat is left behind").isEqualTo((int) standing);
    everyAcknowledgedMoveTookEffectOnce(end);
  }

  /** The events of the Personae and of the rooms say once what the subjects were told. */
  static void everyAcknowledgedMoveTookEffectOnce(Simulation end) {
    List<CallId> acknowledged = new ArrayList<>();
    for (Address subject : List.of(anna(), Address.process("Bruno"))) {
      for (Object event : end.log(subject)) {
        if (event instanceof IntentEvent.Answered a && a.reply().status().acknowledged()) {
          acknowledged.add(new CallId(subject, a.seq(), 0));
        }
      }
    }
    List<CallId> effects = new ArrayList<>();
    for (Address persona : List.of(PERSONA1, PERSONA2)) {
      for (Object event : end.log(persona)) {
        if (event instanceof ItemEvent.Moved m) effects.add(m.move());
      }
    }
    for (Address room : List.of(RED, BLUE)) {
      for (Object event : end.log(room)) {
        if (event instanceof PlaceEvent.Admitted a && !a.seat().since().equals(a.told().call())) {
          effects.add(a.told().call());
        }
      }
    }
    assertThat(effects).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(acknowledged);
  }

  static Address anna() {
    return Address.process("Anna");
  }

  static Message embed(String user, String key, String item, String place) {
    return embed(NAMES, user, key, item, place);
  }

  static Message embed(
      Map<String, Name> names, String user, String key, String item, String place) {
    var action =
        new ProcessAction(
            user, Action.MM_EMBED, Edition.ARC_1_2, Complements.nil(item).withAt(place));
    return new Message.Submit(
        new Ask(key, key, action, names, List.of(), NOON + 30_000, false, null, null));
  }

  static Args.Founding persona(String owner, @Nullable String at) {
    return new Args.Founding(
        "Persona", owner, "", false, true, 0.5, 0, null, null, at, null, List.of(), null);
  }

  static Machine<?, ?> machine(Address address) {
    return switch (address.kind()) {
      case PLACE -> new PlaceMachine(address);
      case ITEM -> new ItemMachine(address);
      default -> new Asker(address, Grounds.of(borrowed()));
    };
  }

  /** Anna lets everybody who is asked here move her Persona. */
  static Right borrowed() {
    return new Right(
        "R1",
        DeonticVerb.MAY,
        Level.GRANTED,
        Pattern.of(Action.MM_EMBED, Complements.nil("Persona1")),
        null,
        "Anna",
        new Stamp("Persona1", 0),
        NOON);
  }

  static Object stored(Object event) {
    if (event instanceof PlaceEvent e) return Cbor.roundTrip(PlaceEvent.class, e);
    if (event instanceof ItemEvent e) return Cbor.roundTrip(ItemEvent.class, e);
    return Cbor.roundTrip(IntentEvent.class, (IntentEvent) event);
  }
}
