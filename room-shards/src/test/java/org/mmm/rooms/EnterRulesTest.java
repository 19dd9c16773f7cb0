package org.mmm.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.rooms.Telling.NOON;
import static org.mmm.rooms.Telling.NOW;
import static org.mmm.rooms.Telling.asking;
import static org.mmm.rooms.Telling.embeds;
import static org.mmm.rooms.Telling.on;
import static org.mmm.rooms.Telling.persona;
import static org.mmm.rooms.Telling.putOut;
import static org.mmm.rooms.Telling.standingSince;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.item.ItemEvent;
import org.mmm.items.DeonticVerb;
import org.mmm.items.Level;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Name;
import org.mmm.kernel.Question;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.rights.Facts;
import org.mmm.rights.Grounds;
import org.mmm.rights.Pattern;
import org.mmm.rights.Right;
import org.mmm.rights.Stamp;

@DisplayName("A room of two that belongs to Anna")
class EnterRulesTest {
  final Place room = Place.annasRoomOfTwo();
  final Call annaEnters = embeds("Anna", 1, "Persona1", "Room1");
  final Call brunoEnters = embeds("Bruno", 1, "Persona2", "Room1");

  @Test
  void admitsItsOwnerWithoutAnyRight() {
    Finding finding = room.admit(annaEnters, persona("Persona1"));

    assertThat(finding.status()).isEqualTo(PaStatus.ACK);
    assertThat(finding.derivation())
        .singleElement()
        .satisfies(l -> assertThat(l.sentence()).isEqualTo("Room1 permits: Anna owns it"));
    assertThat(seatsOf(room)).containsExactly("Persona1");
  }

  @Test
  void refusesBrunoWhoHasNoRight() {
    assertThat(reason(room.admit(brunoEnters, persona("Persona2")))).isEqualTo(Reason.INS_RIGHTS);
    assertThat(seatsOf(room)).isEmpty();
  }

  @Test
  void admitsBrunoByARightThatAnnaGaveAndTheRoomStamped() {
    Call invited = on(Grounds.of(given("Anna", 0)), brunoEnters);
    assertThat(room.admit(invited, persona("Persona2")).status()).isEqualTo(PaStatus.ACK);
  }

  @Test
  void refusesBrunoByARightThatAnnaGaveBeforeTheRoomWasSold() {
    sellTo("Carla");
    Call invited = on(Grounds.of(given("Anna", 0)), brunoEnters);
    assertThat(reason(room.admit(invited, persona("Persona2")))).isEqualTo(Reason.INS_RIGHTS);
  }

  @Test
  void admitsAnybodyIfItIsPublic() {
    Place square = Place.founded("MM-Square", Telling.place("MLocation", "M1", true, 40, 0));
    Call enters = embeds("Bruno", 1, "Persona2", "MM-Square");
    assertThat(square.admit(enters, persona("Persona2")).status()).isEqualTo(PaStatus.ACK);
  }

  @Test
  void admitsWhatTheMInstanceBeginsWith() {
    Call world = asking(brunoEnters, Telling.BEGINNING);
    assertThat(room.admit(world, persona("Persona2")).status()).isEqualTo(PaStatus.ACK);
  }

  @Test
  void admitsWhoIsPutOutOfAPlaceInside() {
    assertThat(room.admit(brunoEnters, putOut(persona("Persona2"))).status())
        .isEqualTo(PaStatus.ACK);
  }

  @Test
  void saysThatFromIsWrongOnlyToWhoMayEnter() {
    PaStatus.Err wrong = PaStatus.err(Reason.CLASH, "Persona2 is not at Room7");
    var wish = new Args.Admission("Persona2", "Persona", "", 0, null, false, null, wrong, null);
    assertThat(reason(room.admit(brunoEnters, wish))).isEqualTo(Reason.INS_RIGHTS);
    Call invited = on(Grounds.of(given("Anna", 0)), embeds("Bruno", 2, "Persona2", "Room1"));
    assertThat(room.admit(invited, wish).status()).isEqualTo(wrong);
  }

  @Test
  void isNotThereBeforeItIsFounded() {
    assertThat(reason(new Place("Room9").admit(annaEnters, persona("Persona1"))))
        .isEqualTo(Reason.INC_ID);
  }

  @Nested
  @DisplayName("that stands on a parcel of Carla's")
  class OnAParcel {
    final Finding parcel =
        Finding.yes(Question.ABOVE, "Parcel1").with(Facts.of("Parcel1", "Carla", 0, false));
    final Call carlaEnters = embeds("Carla", 1, "Persona3", "Room1");

    OnAParcel() {
      var moved = embeds("Anna", 7, "Room1", "Parcel1");
      room.tell(
          new Message.Request(
              Telling.naming(Map.of("Parcel1", new Name(Address.Kind.PLACE, "Parcel")), moved)),
          NOW);
      Call admitted =
          Telling.naming(Map.of("Parcel1", new Name(Address.Kind.PLACE, "Parcel")), moved)
              .with(Finding.yes(Question.ADMIT, "Parcel1"));
      room.tell(new Message.Request(admitted), NOW);
    }

    @Test
    void asksTheParcelOnlyIfNothingElsePermits() {
      assertThat(room.admit(annaEnters, persona("Persona1")).status()).isEqualTo(PaStatus.ACK);
      var wish = persona("Persona3");
      assertThat(room.ask(Question.ADMIT, carlaEnters, wish, NOW)).isNull();
      assertThat(seatsOf(room)).containsExactly("Persona1");
    }

    @Test
    void admitsTheOwnerOfTheParcel() {
      assertThat(room.admit(carlaEnters.with(parcel), persona("Persona3")).status())
          .isEqualTo(PaStatus.ACK);
    }

    @Test
    void refusesWhoOwnsNeither() {
      Finding finding = room.admit(brunoEnters.with(parcel), persona("Persona2"));
      assertThat(reason(finding)).isEqualTo(Reason.INS_RIGHTS);
    }

    @Test
    void sendsWhoIsPutOutToTheParcel() {
      Finding finding = room.ask(Question.OUTSIDE, annaEnters, null);
      assertThat(Objects.requireNonNull(finding.data()).path("place").asText())
          .isEqualTo("Parcel1");
    }
  }

  @Test
  void hasNoOutsideIfItStandsInNothing() {
    assertThat(reason(room.ask(Question.OUTSIDE, annaEnters, null))).isEqualTo(Reason.CLASH);
  }

  @Nested
  @DisplayName("when Anna and Bruno are in it")
  class Full {
    final Call bruno = on(Grounds.of(given("Anna", 0)), brunoEnters);

    Full() {
      room.admit(annaEnters, persona("Persona1"));
      room.admit(bruno, persona("Persona2"));
    }

    @Test
    void isFullForCarlaWhateverHerRight() {
      Call carla = on(Grounds.of(given("Anna", 0)), embeds("Carla", 1, "Persona3", "Room1"));
      assertThat(reason(room.admit(carla, persona("Persona3")))).isEqualTo(Reason.CLASH);
    }

    @Test
    void letsBrunoStrollWithoutTakingASecondSeat() {
      Call strolls = on(Grounds.of(given("Anna", 0)), embeds("Bruno", 2, "Persona2", "Room1"));
      var wish = standingSince(bruno.id(), Telling.at(1, 0, -1, persona("Persona2")));
      assertThat(room.admit(strolls, wish).status()).isEqualTo(PaStatus.ACK);

      Seat seat = Objects.requireNonNull(room.state().seats().get("Persona2"));
      assertThat(seat.attitude().z()).isEqualTo(-1);
      assertThat(seat.since()).as("his stay began when he came").isEqualTo(bruno.id());
    }

    @Test
    void doesNotLetBrunoStrollOnceHeHasLeft() {
      room.release("Persona2", bruno.id());
      Call strolls = on(Grounds.of(given("Anna", 0)), embeds("Bruno", 2, "Persona2", "Room1"));
      assertThat(reason(room.admit(strolls, standingSince(bruno.id(), persona("Persona2")))))
          .isEqualTo(Reason.CLASH);
    }

    @Test
    void keepsBrunosSeatAgainstTheNewsOfAnEarlierLeave() {
      Call again = on(Grounds.of(given("Anna", 0)), embeds("Bruno", 3, "Persona2", "Room1"));
      room.admit(again, persona("Persona2"));
      room.release("Persona2", bruno.id());
      assertThat(seatsOf(room)).containsExactly("Persona1", "Persona2");
      room.release("Persona2", again.id());
      assertThat(seatsOf(room)).containsExactly("Persona1");
    }

    @Test
    void alwaysSaysThatItKnowsOfALeave() {
      var unknown = new CallId(bruno.id().subject(), 99, 0);
      var outcome =
          room.tell(new Message.Release("Persona2", unknown, Address.item("Persona2")), NOW);
      assertThat(outcome.sends())
          .singleElement()
          .extracting("message")
          .isEqualTo(new Message.Released("Room1", unknown));
    }
  }

  private void sellTo(String buyer) {
    var terms = new Args.Reservation(buyer, buyer, "", BigDecimal.ZERO, "EUR", "");
    var sold = new CallId(Address.process(buyer), 50, 0);
    var transferred = new ItemEvent.Transferred(sold, terms, "Anna", NOW.hlc());
    room.force(new PlaceEvent.OfItem(transferred));
  }

  static Right given(String giver, long epoch) {
    return new Right(
        "R1",
        DeonticVerb.MAY,
        Level.GRANTED,
        Pattern.of(Action.MM_EMBED, Complements.NONE.withAt("Room1")),
        null,
        giver,
        new Stamp("Room1", epoch),
        NOON);
  }

  static Reason reason(Finding finding) {
    return ((PaStatus.Err) finding.status()).reason();
  }

  static Set<String> seatsOf(Place room) {
    return room.state().seats().keySet();
  }
}
