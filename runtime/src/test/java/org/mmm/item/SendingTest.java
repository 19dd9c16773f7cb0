package org.mmm.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.kernel.Telling.call;
import static org.mmm.kernel.Telling.inline;
import static org.mmm.kernel.Told.events;
import static org.mmm.kernel.Told.question;
import static org.mmm.kernel.Told.reason;
import static org.mmm.kernel.Told.reply;
import static org.mmm.kernel.Told.status;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.action.MmmService;
import org.mmm.items.DeonticVerb;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Question;
import org.mmm.kernel.Telling;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.pa.With;
import org.mmm.rights.Grounds;

class SendingTest {
  @Nested
  @DisplayName("A Message to Bruno and Carla")
  class NewMessage {
    final OneItem message = new OneItem("Message-000000000001");
    final With hello = inline("{'Header': 'MMM-MSG-V1.0', 'Text': 'Hello'}");
    final Call send =
        call(
            "Anna",
            1,
            Action.MM_SEND,
            Complements.NONE.withTo("Bruno", "Carla").with(List.of(hello)));

    @Test
    void isDeliveredToEachInTurn() {
      var first = message.request(send);
      var second = message.request(send, Finding.yes(Question.DELIVER, "Bruno"));

      assertThat(question(first).to()).isEqualTo(Address.process("Bruno"));
      assertThat(question(second).to()).isEqualTo(Address.process("Carla"));
      assertThat(((Message.Consult) question(first).message()).args())
          .isEqualTo(
              new Args.Delivery("Message-000000000001", "Message", "Anna", 0, (With.Inline) hello));
      assertThat(message.written).isEmpty();
    }

    @Test
    @DisplayName("lets Bruno, who has it already, wait until Carla has it too")
    void isAboutToBeBorn() {
      Call sendsOn =
          Telling.on(
              Grounds.of(
                  Telling.right(
                      "R1",
                      DeonticVerb.MAY,
                      "Anna",
                      "Message-000000000001",
                      Action.MM_SEND,
                      Complements.nil("Message-000000000001"))),
              call(
                  "Bruno",
                  1,
                  Action.MM_SEND,
                  Complements.nil("Message-000000000001").withTo("Carla")));
      assertThat(message.request(sendsOn)).isEqualTo(Outcome.nothing());
      assertThat(message.consult(Question.USE, sendsOn, null)).isEqualTo(Outcome.nothing());
      assertThat(reason(message.request(sendsOn.settling())))
          .as("but not for ever")
          .isEqualTo(Reason.INC_ID);

      message.request(
          send.with(Finding.yes(Question.DELIVER, "Bruno")),
          Finding.yes(Question.DELIVER, "Carla"));
      assertThat(question(message.request(sendsOn)).to()).isEqualTo(Address.process("Carla"));
    }

    @Test
    void isBornWhenAllHaveIt() {
      var outcome =
          message.request(
              send.with(Finding.yes(Question.DELIVER, "Bruno")),
              Finding.yes(Question.DELIVER, "Carla"));

      assertThat(status(outcome)).isEqualTo(PaStatus.ACK);
      assertThat(reply(outcome).orElseThrow().complements().nil())
          .isEqualTo("Message-000000000001");
      assertThat(message.state().owner()).isEqualTo("Anna");
      assertThat(message.state().birth().data())
          .isEqualTo(Telling.object("{'Header': 'MMM-MSG-V1.0', 'Text': 'Hello'}"));
    }

    @Test
    void isNeverBornWhenOneRefuses() {
      var gone = PaStatus.err(Reason.INC_ID, "there is no Process Bruno");
      var outcome = message.request(send, OneItem.no(Question.DELIVER, "Bruno", gone));

      assertThat(status(outcome)).isEqualTo(gone);
      assertThat(message.state().exists()).isFalse();
    }

    @Test
    void claimsANameThatAnnaChose() {
      OneItem chosen = new OneItem("Hello1");
      Complements said = Complements.nil("Hello1").withTo("Bruno").with(List.of(hello));
      Call call = call("Anna", 1, Action.MM_SEND, said);

      assertThat(question(chosen.request(call)).to().kind()).isEqualTo(Address.Kind.DIRECTORY);

      var taken = PaStatus.err(Reason.CLASH, "Hello1 is taken");
      assertThat(status(chosen.request(call, OneItem.no(Question.CLAIM, "07", taken))))
          .isEqualTo(taken);
    }

    @Test
    void goesToTheActivityServicesPartForAnna() {
      Complements said = Complements.NONE.withTo("ActivityService").with(List.of(hello));

      assertThat(question(message.request(call("Anna", 1, Action.MM_SEND, said))).to())
          .isEqualTo(Address.service(MmmService.ACTIVITY, "Anna"));
    }

    @Test
    void isFaultyToAnItem() {
      Complements said = Complements.NONE.withTo("Persona1").with(List.of(hello));

      assertThat(reason(message.request(call("Anna", 1, Action.MM_SEND, said))))
          .isEqualTo(Reason.FAULTY_PA);
    }

    @Test
    void isSaidInAPlace() {
      Complements said = Complements.NONE.withTo("Room1").with(List.of(hello));

      assertThat(question(message.request(call("Anna", 1, Action.MM_SEND, said))).to())
          .isEqualTo(Address.place("Room1"));
    }
  }

  @Nested
  @DisplayName("An Item that exists")
  class Existing {
    final OneItem stream = OneItem.founded("Stream1", Telling.born("Stream", "Anna"));
    final Complements said = Complements.nil("Stream1").withTo("Bruno");

    @Test
    void isSentByItsOwnerUnderItsOwnName() {
      Call send = call("Anna", 1, Action.MM_SEND, said);
      var asked = stream.request(send);
      var done = stream.request(send, Finding.yes(Question.DELIVER, "Bruno"));

      assertThat(((Message.Consult) question(asked).message()).args())
          .isEqualTo(new Args.Delivery("Stream1", "Stream", "Anna", 0, null));
      assertThat(status(done)).isEqualTo(PaStatus.ACK);
      assertThat(events(done)).hasSize(1);
    }

    @Test
    void isNotSentByBruno() {
      Complements toCarla = Complements.nil("Stream1").withTo("Carla");

      assertThat(reason(stream.request(call("Bruno", 1, Action.MM_SEND, toCarla))))
          .isEqualTo(Reason.INS_RIGHTS);
    }
  }
}
