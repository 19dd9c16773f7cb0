package org.mmm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.kernel.Telling.after;
import static org.mmm.kernel.Telling.call;
import static org.mmm.kernel.Telling.dry;
import static org.mmm.kernel.Telling.inline;
import static org.mmm.kernel.Telling.mayOf;
import static org.mmm.kernel.Told.events;
import static org.mmm.kernel.Told.question;
import static org.mmm.kernel.Told.reason;
import static org.mmm.kernel.Told.reply;
import static org.mmm.kernel.Told.status;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.items.DeonticVerb;
import org.mmm.kernel.Address;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Question;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.pa.With;
import org.mmm.rights.Facts;
import org.mmm.rights.Quotas;
import org.mmm.rights.Right;
import org.mmm.rights.RuleBook;
import org.mmm.rights.Stamp;

@DisplayName("Anna, who owns Room1, changes the Rights of Bruno")
class GrantingTest {
  static final Finding ANNAS =
      Finding.yes(Question.OWN, "Room1").with(Facts.of("Room1", "Anna", 3, false));

  final OneProcess bruno = OneProcess.user("Bruno");

  @Test
  void afterRoom1HasConfirmedThatItIsHers() {
    assertThat(question(bruno.tell(new Message.Request(change(1, "May")))).to())
        .isEqualTo(Address.place("Room1"));
    var outcome = grant(1, "May");

    assertThat(status(outcome)).isEqualTo(PaStatus.ACK);
    assertThat(bruno.state().rights().list())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.giver()).isEqualTo("Anna");
              assertThat(r.stamp()).isEqualTo(new Stamp("Room1", 3));
              assertThat(r.sentence()).isEqualTo("May Granted MM-Embed At Room1");
              assertThat(r.id()).isEqualTo("Right-PA-Anna-1-1");
            });
  }

  @Test
  void notWhenRoom1IsAnothers() {
    var not = PaStatus.err(Reason.INS_RIGHTS, "Room1 is owned by Carla");
    Finding carlas = Finding.of(Question.OWN, "Room1", not);

    assertThat(status(bruno.tell(new Message.Request(change(1, "May").with(carlas)))))
        .isEqualTo(not);
    assertThat(bruno.state().rights().size()).isZero();
  }

  @Test
  void notForEverything() {
    Call call = changing(1, rights("May", "{'action': 'MM-Embed', 'RQ-Complements': []}"));

    assertThat(reason(bruno.tell(new Message.Request(call)))).isEqualTo(Reason.INS_RIGHTS);
  }

  @Test
  void notForWhatNamesNothing() {
    Call call = changing(1, rights("May", embedAt("Room99")));

    assertThat(reason(bruno.tell(new Message.Request(call)))).isEqualTo(Reason.INC_ID);
  }

  @Test
  void withOneToSixteenRightsAtOnce() {
    With[] sixteen = new With[16];
    for (int i = 0; i < 16; i++) sixteen[i] = rights("May", embedAt("Room1"));
    With[] seventeen = new With[17];
    for (int i = 0; i < 17; i++) seventeen[i] = rights("May", embedAt("Room1"));

    assertThat(status(bruno.tell(new Message.Request(changing(1, sixteen).with(ANNAS)))))
        .isEqualTo(PaStatus.ACK);
    assertThat(reason(bruno.tell(new Message.Request(changing(2, seventeen).with(ANNAS)))))
        .isEqualTo(Reason.FAULTY_PA);
    assertThat(reason(bruno.tell(new Message.Request(changing(3))))).isEqualTo(Reason.FAULTY_PA);
  }

  @Test
  void onceForEachRequest() {
    grant(1, "May");
    var again = grant(1, "May");

    assertThat(events(again)).isEmpty();
    assertThat(status(again)).isEqualTo(PaStatus.ACK);
  }

  @Test
  void onADryRunInThoughtOnly() {
    var outcome = bruno.tell(new Message.Request(dry(change(1, "May")).with(ANNAS)));

    assertThat(status(outcome)).isEqualTo(PaStatus.ACK);
    assertThat(bruno.state().rights().size()).isZero();
  }

  @Test
  void notAfterTheRequestRanOut() {
    Call late = change(1, "May").with(ANNAS);

    assertThat(reason(bruno.tell(new Message.Request(late), after(30_001))))
        .isEqualTo(Reason.UNABLE);
    assertThat(reason(bruno.tell(new Message.Request(late)))).isEqualTo(Reason.UNABLE);
  }

  @Test
  void notBeyondWhatOneProcessHolds() {
    Quotas one = new Quotas(1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    OneProcess full =
        new OneProcess("Bruno", RuleBook.none("MI1"), one)
            .born("User", mayOf("Room2", Action.MM_EMBED, Complements.NONE.withAt("Room2")));

    assertThat(reason(full.tell(new Message.Request(change(1, "May").with(ANNAS)))))
        .isEqualTo(Reason.CLASH);
  }

  @Test
  @DisplayName("and lifts her May Not by a May")
  void liftsAMayNot() {
    grant(1, "May Not");
    assertThat(reason(bruno.submit(bruno.embeds("k1", "Room1")))).isEqualTo(Reason.INS_RIGHTS);
    grant(2, "May");

    assertThat(bruno.submit(bruno.embeds("k2", "Room1")).sends()).hasSize(1);
    assertThat(bruno.state().rights().size()).isEqualTo(1);
  }

  @Nested
  @DisplayName("while Bruno has asked with the Right that she takes (P4)")
  class Revoking {
    Revoking() {
      grant(1, "May");
      bruno.submit(bruno.embeds("k1", "Room1"));
    }

    @Test
    void answersOnlyWhenBrunoIsAnswered() {
      var taken = grant(2, "May Not");
      assertThat(reply(taken)).isEmpty();
      assertThat(bruno.state().rights().list())
          .extracting(Right::verb)
          .containsExactly(DeonticVerb.MAY_NOT);

      var answered = bruno.answer(1, PaStatus.ACK);
      assertThat(status(answered)).isEqualTo(PaStatus.ACK);
      assertThat(answered.events()).hasSize(1);
      assertThat(bruno.state().settling()).isEmpty();
    }

    @Test
    void refusesBrunoAtOnceWhateverHeAsksFromThenOn() {
      grant(2, "May Not");

      assertThat(reason(bruno.submit(bruno.embeds("k2", "Room1")))).isEqualTo(Reason.INS_RIGHTS);
    }

    @Test
    void isNotAnsweredTwiceWhenItIsRepeatedMeanwhile() {
      grant(2, "May Not");

      assertThat(grant(2, "May Not")).isEqualTo(Outcome.nothing());
      bruno.answer(1, PaStatus.err(Reason.CLASH, "full"));
      assertThat(status(grant(2, "May Not"))).isEqualTo(PaStatus.ACK);
    }

    @Test
    void answersAtOnceWhatTakesSomethingElse() {
      Finding room2 = Finding.yes(Question.OWN, "Room2").with(Facts.of("Room2", "Anna", 0, false));
      Call call = changing(2, rights("May Not", embedAt("Room2"))).with(room2);

      assertThat(status(bruno.tell(new Message.Request(call)))).isEqualTo(PaStatus.ACK);
    }
  }

  @Test
  @DisplayName("and a Process that forbids itself to change its Rights is answered all the same")
  void doesNotWaitForItself() {
    OneProcess anna = OneProcess.user("Anna");
    String self = "{'action': 'Change', 'RQ-Complements': [{'NilItem': 'Room1'}]}";
    Complements said = Complements.nil("Anna").with(List.of(rights("May Not", self)));
    var asked = anna.submit(anna.asks("k1", Action.CHANGE, said));
    Call call = ((Message.Request) asked.sends().get(0).message()).call().with(ANNAS);

    assertThat(reply(anna.tell(new Message.Request(call)))).isPresent();
  }

  @Test
  @DisplayName("by a template: the first of an ID stands")
  void byATemplate() {
    With first = template("PA1", "MM-Embed", "Room1");
    With second = template("PA1", "MM-Embed", "Room2");
    OneProcess anna = OneProcess.user("Anna");
    Complements said =
        Complements.NONE.withOf("Bruno").with(List.of(first, second, rights("May", null)));
    var asked = anna.submit(anna.asks("k1", Action.CHANGE, said));
    Call call = ((Message.Request) asked.sends().get(0).message()).call();
    assertThat(status(bruno.tell(new Message.Request(call.with(ANNAS))))).isEqualTo(PaStatus.ACK);
    assertThat(bruno.state().rights().list())
        .extracting(Right::sentence)
        .containsExactly("May Granted MM-Embed At Room1");
  }

  @Test
  void notByATemplateThatNobodySent() {
    Call call = changing(1, rights("May", null));

    assertThat(reason(bruno.tell(new Message.Request(call)))).isEqualTo(Reason.FAULTY_PA);
  }

  private Outcome<ProcessEvent> grant(long seq, String verb) {
    return bruno.tell(new Message.Request(change(seq, verb).with(ANNAS)));
  }

  /** Anna changes what Bruno may do: MM-Embed At Room1. */
  private static Call change(long seq, String verb) {
    return changing(seq, rights(verb, embedAt("Room1")));
  }

  private static Call changing(long seq, With... with) {
    return call("Anna", seq, Action.CHANGE, Complements.NONE.withOf("Bruno").with(List.of(with)));
  }

  private static String embedAt(String place) {
    return "{'action': 'MM-Embed', 'RQ-Complements': [{'AtItem': '" + place + "'}]}";
  }

  private static With rights(String verb, @Nullable String action) {
    String what =
        action == null ? "{'ProcessActionID': 'PA1'}" : "{'ProcessAction': " + action + "}";
    return inline(
        "{'Header': 'MMM-RGT-V1.1', 'RightsData': [{'DeonticVerb': '"
            + verb
            + "', 'Level': 'Granted', 'PAIDOrPA': "
            + what
            + "}]}");
  }

  private static With template(String id, String action, String place) {
    return inline(
        "{'Header': 'MMM-PAC-V1.1', 'ProcessActionID': '"
            + id
            + "', 'action': '"
            + action
            + "', 'RQ-Complements': [{'AtItem': '"
            + place
            + "'}]}");
  }
}
