package org.mmm.rooms;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.rooms.EnterRulesTest.given;
import static org.mmm.rooms.EnterRulesTest.reason;
import static org.mmm.rooms.Telling.NOW;
import static org.mmm.rooms.Telling.after;
import static org.mmm.rooms.Telling.dry;
import static org.mmm.rooms.Telling.embeds;
import static org.mmm.rooms.Telling.on;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.items.DeonticVerb;
import org.mmm.items.Level;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Question;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.pa.With;
import org.mmm.rights.Grounds;
import org.mmm.rights.Pattern;
import org.mmm.rights.Right;
import org.mmm.rights.Stamp;

@DisplayName("In Anna's private Room, where Bruno is as her guest")
class SpeakRulesTest {
  private final Place room = Place.annasRoomOfTwo();

  @BeforeEach
  void brunoEnters() {
    Call enters = on(Grounds.of(given("Anna", 0)), embeds("Bruno", 1, "Persona2", "Room1"));
    var his = new Args.Admission("Persona2", "Persona", "Bruno", 0, null, false, null, null, null);
    assertThat(room.admit(enters, his).status()).isEqualTo(PaStatus.ACK);
  }

  @Test
  void brunoIsHeardByAllWhoAreThere() {
    assertThat(say(sends("Bruno", 2), "hello", NOW).status()).isEqualTo(PaStatus.ACK);
    assertThat(heard(sends("Bruno", 3), "and how are you?"))
        .containsExactly(new Message.Said("Bruno", "Message3", "and how are you?"));
  }

  @Test
  void annaIsHeardFromElsewhereForTheRoomIsHers() {
    assertThat(say(sends("Anna", 1), "hello", NOW).status()).isEqualTo(PaStatus.ACK);
  }

  @Test
  void carlaIsNotForSheIsNotThere() {
    assertThat(reason(say(sends("Carla", 1), "hello", NOW))).isEqualTo(Reason.INS_RIGHTS);
    assertThat(heard(sends("Carla", 2), "hello")).isEmpty();
  }

  @Test
  void brunoIsNotOnceHeHasLeft() {
    room.release("Persona2", embeds("Bruno", 1, "Persona2", "Room1").id());
    assertThat(reason(say(sends("Bruno", 2), "hello", NOW))).isEqualTo(Reason.INS_RIGHTS);
  }

  @Test
  void aRightLetsCarlaSpeakFromElsewhere() {
    Call granted = on(Grounds.of(right()), sends("Carla", 1));
    assertThat(say(granted, "hello", NOW).status()).isEqualTo(PaStatus.ACK);
  }

  @Test
  void oneMessageIsHeardOnce() {
    assertThat(heard(sends("Bruno", 2), "hello")).hasSize(1);
    assertThat(heard(sends("Bruno", 2), "hello")).isEmpty();
    assertThat(say(sends("Bruno", 2), "hello", NOW).status()).isEqualTo(PaStatus.ACK);
  }

  @Test
  void whatRanOutIsNotHeardNorEverWillBe() {
    assertThat(reason(say(sends("Bruno", 2), "hello", after(30_001)))).isEqualTo(Reason.UNABLE);
    assertThat(heard(sends("Bruno", 2), "hello")).isEmpty();
  }

  @Test
  void aDryRunIsNotHeard() {
    assertThat(say(dry(sends("Bruno", 2)), "hello", NOW).status()).isEqualTo(PaStatus.ACK);
    assertThat(heard(dry(sends("Bruno", 2)), "hello")).isEmpty();
  }

  @Test
  void nobodyCanSayNothing() {
    assertThat(reason(say(sends("Bruno", 2), "  ", NOW))).isEqualTo(Reason.FAULTY_PA);
  }

  @Test
  void nobodyCanSayMoreThanAFrameHolds() {
    String most = "\u00e4".repeat(SpeakRules.MOST / 2);
    assertThat(say(sends("Bruno", 2), most, NOW).status()).isEqualTo(PaStatus.ACK);
    assertThat(reason(say(sends("Bruno", 3), most + "a", NOW))).isEqualTo(Reason.FAULTY_PA);
  }

  @Test
  void anItemIsNotSaid() {
    var item = new Args.Delivery("Data1", "Data", "Bruno", 0, null);
    assertThat(reason(room.ask(Question.DELIVER, sends("Bruno", 2), item)))
        .isEqualTo(Reason.FAULTY_PA);
  }

  @Test
  void nothingIsSaidInARoomThatDoesNotExist() {
    Finding finding =
        new Place("Room9").ask(Question.DELIVER, sends("Bruno", 2), message(2, "hello"));
    assertThat(reason(finding)).isEqualTo(Reason.INC_ID);
  }

  @Test
  void whatWasSaidIsNotWritten() {
    say(sends("Bruno", 2), "a secret", NOW);
    assertThat(room.written.toString()).contains("Spoken").doesNotContain("a secret");
  }

  private static Call sends(String user, long seq) {
    return Telling.call(
        user, seq, Action.MM_SEND, Complements.nil("Message" + seq).withTo("Room1"));
  }

  private Finding say(Call call, String text, Moment now) {
    return requireNonNull(
        room.ask(Question.DELIVER, call, message(call.id().seq(), text), now), "an answer");
  }

  private List<Message> heard(Call call, String text) {
    var consult = Telling.consult(Question.DELIVER, call, message(call.id().seq(), text));
    return room.tell(consult, NOW).sends().stream()
        .filter(send -> send.to().equals(room.self))
        .map(send -> send.message())
        .toList();
  }

  private static Args.Delivery message(long number, String text) {
    var item = JsonNodeFactory.instance.objectNode().put("Header", "MMM-MSG-V2.2");
    item.putArray("MessageData").addObject().put("MessageData", text);
    return new Args.Delivery("Message" + number, "Message", "", 0, new With.Inline(item));
  }

  private static Right right() {
    return new Right(
        "R1",
        DeonticVerb.MAY,
        Level.GRANTED,
        Pattern.of(Action.MM_SEND, Complements.NONE.withTo("Room1")),
        null,
        "Anna",
        new Stamp("Room1", 0),
        Telling.NOON);
  }
}
