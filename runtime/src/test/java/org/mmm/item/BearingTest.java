package org.mmm.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.kernel.Telling.after;
import static org.mmm.kernel.Telling.call;
import static org.mmm.kernel.Told.question;
import static org.mmm.kernel.Told.reason;
import static org.mmm.kernel.Told.reply;
import static org.mmm.kernel.Told.status;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.action.MmmService;
import org.mmm.kernel.Address;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Question;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Telling;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

@DisplayName("An Item comes into being")
class BearingTest {
  final OneItem unborn = new OneItem("Stream-000000000001");
  final Call identify = call("Anna", 1, Action.IDENTIFY, Complements.nil("Data1"));
  final Finding mayUse =
      Finding.yes(Question.USE, "Data1").with(Telling.object("{'Data': [1, 2]}"));

  final Finding room = Finding.yes(Question.COUNT, "Anna's Account");

  @Test
  void byIdentifyFromDataThatMayBeUsed() {
    assertThat(question(unborn.request(identify)).to()).isEqualTo(Address.item("Data1"));
    assertThat(question(unborn.request(identify, mayUse)).to())
        .isEqualTo(Address.service(MmmService.RIGHTS, "Anna's Account"));
    Reply reply = reply(unborn.request(identify.with(mayUse), room)).orElseThrow();

    assertThat(reply.status()).isEqualTo(PaStatus.ACK);
    assertThat(reply.created()).isTrue();
    assertThat(reply.complements().nil()).isEqualTo("Stream-000000000001");
    assertThat(unborn.state().dataType()).isEqualTo("Stream");
    assertThat(unborn.state().owner()).isEqualTo("Anna");
    assertThat(unborn.state().birth().data())
        .isEqualTo(Telling.object("{'DataID': 'Data1', 'Data': [1, 2]}"));
  }

  @Test
  void notFromDataThatMayNotBeUsed() {
    var no = PaStatus.err(Reason.INS_RIGHTS, "Data1 is Bruno's");

    assertThat(status(unborn.request(identify, OneItem.no(Question.USE, "Data1", no))))
        .isEqualTo(no);
    assertThat(unborn.state().exists()).isFalse();
  }

  @Test
  void notBeyondWhatTheAccountMayOwn() {
    var full = PaStatus.err(Reason.INS_RIGHTS, "Anna owns 2 Items; at most 2 by itemsPerAccount");
    Finding no = OneItem.no(Question.COUNT, "Anna's Account", full);

    assertThat(status(unborn.request(identify.with(mayUse), no))).isEqualTo(full);
    assertThat(unborn.state().exists()).isFalse();
  }

  @Test
  void notWhenItRanOutWhileItWasCounted() {
    Moment late = after(31_000);

    Outcome<ItemEvent> outcome =
        unborn.tell(new Message.Request(identify.with(mayUse).with(room)), late);

    assertThat(asked(outcome)).isEqualTo(Question.UNCOUNT);
    assertThat(unborn.state().exists()).isFalse();
  }

  @Test
  void byUmCaptureAtAULocation() {
    Call capture = call("Anna", 1, Action.UM_CAPTURE, Complements.NONE.withAt("Desk1"));
    unborn.request(capture, Finding.yes(Question.USE, "Desk1"));

    assertThat(unborn.state().dataType()).isEqualTo("Data");
    assertThat(unborn.state().birth().data()).hasSize(2);
  }

  @Test
  void notByUmCaptureInARoom() {
    Call capture = call("Anna", 1, Action.UM_CAPTURE, Complements.NONE.withAt("Room1"));

    assertThat(reason(unborn.request(capture, Finding.yes(Question.USE, "Room1"))))
        .isEqualTo(Reason.U_LOC_OOR);
  }

  @Test
  void byMuActuateOfAnItemAtAULocation() {
    Complements said = Complements.nil("Data1").withAt("Desk1");
    Call actuate = call("Anna", 1, Action.MU_ACTUATE, said);
    unborn.request(actuate.with(mayUse), Finding.yes(Question.USE, "Desk1"));

    assertThat(unborn.state().dataType()).isEqualTo("RItem");
  }

  @Test
  void underANameOnceItIsClaimed() {
    OneItem walk = new OneItem("Walk1");
    Call capture =
        call("Anna", 1, Action.UM_CAPTURE, Complements.nil("Walk1").withAt("Desk1"))
            .with(Finding.yes(Question.USE, "Desk1"));

    assertThat(question(walk.request(capture)).to().kind()).isEqualTo(Address.Kind.DIRECTORY);
    walk.request(capture, Finding.yes(Question.CLAIM, "12"));
    assertThat(walk.state().exists()).isTrue();
  }

  @Test
  void onceOnly() {
    unborn.request(identify.with(mayUse), room);

    assertThat(status(unborn.request(identify))).isEqualTo(PaStatus.ACK);
    assertThat(reason(unborn.request(call("Bruno", 1, Action.IDENTIFY, Complements.nil("Data1")))))
        .isEqualTo(Reason.CLASH);
  }

  @Test
  void neverForWhatRanOut() {
    Finding back = Finding.yes(Question.UNCOUNT, "Anna's Account");

    assertThat(asked(unborn.request(identify.settling(), mayUse))).isEqualTo(Question.UNCOUNT);
    assertThat(reason(unborn.request(identify.settling().with(back), mayUse)))
        .isEqualTo(Reason.UNABLE);
    assertThat(reason(unborn.request(identify.with(mayUse), room))).isEqualTo(Reason.UNABLE);
    assertThat(unborn.state().exists()).isFalse();
  }

  private static Question asked(Outcome<ItemEvent> outcome) {
    return ((Message.Consult) question(outcome).message()).question();
  }
}
