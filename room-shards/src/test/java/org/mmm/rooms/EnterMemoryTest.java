package org.mmm.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.rooms.EnterRulesTest.given;
import static org.mmm.rooms.EnterRulesTest.reason;
import static org.mmm.rooms.EnterRulesTest.seatsOf;
import static org.mmm.rooms.Telling.after;
import static org.mmm.rooms.Telling.asking;
import static org.mmm.rooms.Telling.dry;
import static org.mmm.rooms.Telling.embeds;
import static org.mmm.rooms.Telling.on;
import static org.mmm.rooms.Telling.persona;
import static org.mmm.rooms.Telling.settledBelow;
import static org.mmm.rooms.Telling.standingSince;

import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Question;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.rights.Grounds;

@DisplayName("A room of two that belongs to Anna says the same for ever")
class EnterMemoryTest {
  final Place room = Place.annasRoomOfTwo();
  final Call annaEnters = embeds("Anna", 1, "Persona1", "Room1");
  final Call brunoEnters = embeds("Bruno", 1, "Persona2", "Room1");

  @Test
  void whenAskedTwiceAndSeatsOnce() {
    Finding first = room.admit(annaEnters, persona("Persona1"));
    int written = room.written.size();
    assertThat(room.admit(annaEnters, persona("Persona1"))).isEqualTo(first);
    assertThat(room.written).hasSize(written);
  }

  @Test
  void andDoesNotSeatAgainWhoHasLeft() {
    room.admit(annaEnters, persona("Persona1"));
    room.release("Persona1", annaEnters.id());
    room.admit(annaEnters, persona("Persona1"));
    assertThat(seatsOf(room)).isEmpty();
  }

  @Test
  void andNeverAdmitsByACallThatItRefused() {
    room.admit(brunoEnters, persona("Persona2"));
    Call withRight = on(Grounds.of(given("Anna", 0)), brunoEnters);
    assertThat(reason(room.admit(withRight, persona("Persona2")))).isEqualTo(Reason.INS_RIGHTS);
  }

  @Test
  void evenOfTheTimeBeforeItWasFounded() {
    Place later = new Place("Room9");
    later.admit(annaEnters, persona("Persona1"));
    later.ask(
        Question.FOUND,
        asking(annaEnters, Telling.BEGINNING),
        Telling.place("Room", "Anna", false, 4, 2));
    assertThat(reason(later.admit(annaEnters, persona("Persona1")))).isEqualTo(Reason.INC_ID);
  }

  @Test
  void andForgetsWhatItsSubjectHasInWriting() {
    room.admit(annaEnters, persona("Persona1"));
    room.admit(settledBelow(2, embeds("Anna", 2, "Persona1", "Room1")), persona("Persona1"));
    assertThat(room.state().memory().find(Question.ADMIT, annaEnters.id())).isEmpty();
    room.release("Persona1", new CallId(annaEnters.id().subject(), 2, 0));

    assertThat(reason(room.admit(annaEnters, persona("Persona1")))).isEqualTo(Reason.UNABLE);
    assertThat(seatsOf(room)).as("a straggler seats nobody").isEmpty();
  }

  @Test
  void andOfAStrollThatItBeganWithAnEarlierStay() {
    room.admit(annaEnters, persona("Persona1"));
    Call strolls = embeds("Anna", 2, "Persona1", "Room1");
    var strolled = room.admit(strolls, standingSince(annaEnters.id(), persona("Persona1")));
    room.release("Persona1", annaEnters.id());

    assertThat(room.admit(strolls, persona("Persona1"))).isEqualTo(strolled);
    assertThat(Objects.requireNonNull(strolled.data()).path("since").asText())
        .as("by which the Persona knows that it is not let in")
        .isEqualTo(annaEnters.id().toString());
    assertThat(seatsOf(room)).isEmpty();
  }

  @Test
  void thatNothingIsBegunOnceItRanOut() {
    Finding late = room.ask(Question.ADMIT, annaEnters, persona("Persona1"), after(30_001));
    assertThat(reason(Objects.requireNonNull(late))).isEqualTo(Reason.UNABLE);
    assertThat(reason(room.admit(annaEnters, persona("Persona1"))))
        .as("by whatever clock")
        .isEqualTo(Reason.UNABLE);
  }

  @Test
  void whenItIsToBeSettled() {
    room.admit(annaEnters, persona("Persona1"));
    assertThat(room.admit(annaEnters.settling(), persona("Persona1")).status())
        .isEqualTo(PaStatus.ACK);
    assertThat(reason(room.admit(brunoEnters.settling(), persona("Persona2"))))
        .isEqualTo(Reason.UNABLE);
    Call invited = on(Grounds.of(given("Anna", 0)), brunoEnters);
    assertThat(reason(room.admit(invited, persona("Persona2")))).isEqualTo(Reason.UNABLE);
  }

  @Test
  void butNothingOfADryRun() {
    int written = room.written.size();
    assertThat(room.admit(dry(annaEnters), persona("Persona1")).status()).isEqualTo(PaStatus.ACK);
    assertThat(reason(room.admit(dry(brunoEnters), persona("Persona2"))))
        .isEqualTo(Reason.INS_RIGHTS);
    assertThat(room.written).hasSize(written);
  }
}
