package org.mmm.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.kernel.Telling.call;
import static org.mmm.kernel.Told.events;
import static org.mmm.kernel.Told.question;
import static org.mmm.kernel.Told.reason;
import static org.mmm.kernel.Told.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Question;
import org.mmm.kernel.Telling;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.rights.Facts;

@DisplayName("Anna's Persona in Bruno's Room1")
class PropertiesTest {
  final OneItem persona = OneItem.inRoom1();
  final Complements it = Complements.nil("Persona1");
  final Call disable = call("Bruno", 1, Action.MM_DISABLE, it);
  final Finding brunosRoom =
      Finding.yes(Question.OWN, "Room1").with(Facts.of("Room1", "Bruno", 0, true));
  final Finding theSquare =
      Finding.yes(Question.OUTSIDE, "Room1")
          .with(JsonNodeFactory.instance.objectNode().put("place", "Square"));

  @Test
  void isHiddenAndShownByAnna() {
    persona.request(call("Anna", 2, Action.MM_DISABLE, it));
    assertThat(persona.state().perceptible()).isFalse();

    persona.request(call("Anna", 3, Action.MM_ENABLE, it));
    assertThat(persona.state().perceptible()).isTrue();
  }

  @Test
  void isHiddenByItsProperty() {
    var hidden = it.with(List.of(Telling.inline("{'PerceptibilityStatus': 0}")));
    persona.request(call("Anna", 2, Action.PROPERTY_CHANGE, hidden));

    assertThat(persona.state().perceptible()).isFalse();
  }

  @Test
  void cannotBeShownBeforeItIsPlaced() {
    OneItem unplaced = OneItem.annasPersona();

    assertThat(reason(unplaced.request(call("Anna", 1, Action.MM_ENABLE, it))))
        .isEqualTo(Reason.CLASH);
  }

  @Test
  @DisplayName("is of another model from then on, and neither shown nor hidden by that")
  void isRemodelled() {
    persona.request(call("Anna", 2, Action.MM_DISABLE, it));
    persona.request(call("Anna", 3, Action.PROPERTY_CHANGE, as("urn:mmm:data:robot")));

    assertThat(persona.state().birth().data())
        .isEqualTo(
            Telling.object(
                "{'Header': 'OSD-3DO-V1.5', '3DModelObjectID': 'Persona1',"
                    + " '3DModelObjectData': [{'DataURI': 'urn:mmm:data:robot'}]}"));
    assertThat(persona.state().perceptible()).isFalse();
    assertThat(persona.state().birth().account()).isEqualTo(persona.state().account());
  }

  @Test
  void isRemodelledBeforeItIsPlaced() {
    OneItem unplaced = OneItem.annasPersona();

    assertThat(status(unplaced.request(call("Anna", 1, Action.PROPERTY_CHANGE, as("urn:a")))))
        .isEqualTo(PaStatus.ACK);
  }

  @Test
  void isRemodelledByNobodyElse() {
    assertThat(reason(persona.request(call("Bruno", 1, Action.PROPERTY_CHANGE, as("urn:a")))))
        .isEqualTo(Reason.INS_RIGHTS);
  }

  @Test
  void isNotRemodelledByWhatIsNoModel() {
    assertThat(reason(persona.request(call("Anna", 2, Action.PROPERTY_CHANGE, as("no URI")))))
        .isEqualTo(Reason.FAULTY_PA);
  }

  @Test
  @DisplayName("has a model; a Stream has none")
  void aStreamIsNotRemodelled() {
    OneItem stream = OneItem.founded("Persona1", Telling.born("Stream", "Anna"));

    assertThat(reason(stream.request(call("Anna", 1, Action.PROPERTY_CHANGE, as("urn:a")))))
        .isEqualTo(Reason.FAULTY_PA);
  }

  private Complements as(String uri) {
    return it.with(
        List.of(
            Telling.inline(
                "{'Header': 'OSD-3DO-V1.5', '3DModelObjectData': [{'DataURI': '%s'}]}"
                    .formatted(uri))));
  }

  @Test
  void isNotShownByBruno() {
    assertThat(reason(persona.request(call("Bruno", 1, Action.MM_ENABLE, it))))
        .isEqualTo(Reason.INS_RIGHTS);
  }

  @Test
  @DisplayName("is put out by Bruno, who owns the Room, into what encloses it")
  void isPutOut() {
    assertThat(question(persona.request(disable)).to()).isEqualTo(Address.place("Room1"));
    persona.request(disable.with(brunosRoom));
    var began = persona.request(disable.with(brunosRoom).with(theSquare));

    assertThat(question(began).to()).isEqualTo(Address.place("Square"));
    assertThat(((Message.Consult) question(began).message()).args())
        .isInstanceOfSatisfying(Args.Admission.class, a -> assertThat(a.putOut()).isTrue());

    persona.request(disable.with(brunosRoom), Finding.yes(Question.ADMIT, "Square"));
    assertThat(persona.state().standing()).extracting("place").isEqualTo("Square");
    assertThat(persona.state().perceptible()).isTrue();
  }

  @Test
  void isNotPutOutByCarlaWhoOwnsNothing() {
    Call call = call("Carla", 1, Action.MM_DISABLE, it).with(brunosRoom);

    assertThat(reason(persona.request(call))).isEqualTo(Reason.INS_RIGHTS);
  }

  @Test
  void staysWhereNothingEnclosesTheRoom() {
    var nowhere = PaStatus.err(Reason.CLASH, "Room1 stands nowhere");
    Call call = disable.with(brunosRoom).with(OneItem.no(Question.OUTSIDE, "Room1", nowhere));

    assertThat(status(persona.request(call))).isEqualTo(nowhere);
  }

  @Test
  void isNotChangedWhileItMoves() {
    persona.request(persona.embeds(2, "Room2"));

    assertThat(persona.request(call("Anna", 3, Action.MM_DISABLE, it)).deferred()).isTrue();
  }

  @Test
  void isNotChangedByWhatRanOut() {
    var outcome = persona.request(call("Anna", 2, Action.MM_DISABLE, it).settling());

    assertThat(reason(outcome)).isEqualTo(Reason.UNABLE);
    assertThat(events(outcome)).hasSize(1);
    assertThat(persona.state().perceptible()).isTrue();
  }
}
