package org.mmm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.kernel.Telling.after;
import static org.mmm.kernel.Telling.mayOf;
import static org.mmm.kernel.Telling.right;
import static org.mmm.kernel.Told.events;
import static org.mmm.kernel.Told.reason;
import static org.mmm.kernel.Told.reply;
import static org.mmm.kernel.Told.status;
import static org.mmm.process.OneProcess.dry;
import static org.mmm.process.OneProcess.withToken;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.intent.IntentEvent;
import org.mmm.items.DeonticVerb;
import org.mmm.items.ProcessType;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ask;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Message;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Response;
import org.mmm.kernel.Telling;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.rights.Pattern;
import org.mmm.rights.Quotas;
import org.mmm.rights.Right;
import org.mmm.rights.Rule;
import org.mmm.rights.RuleBook;

@DisplayName("Bruno asks")
class SubmittingTest {
  final Complements intoRoom1 = Complements.nil("Persona1").withAt("Room1");
  final Right may = mayOf("Room1", Action.MM_EMBED, Complements.NONE.withAt("Room1"));
  final OneProcess bruno = OneProcess.user("Bruno", may);
  final Ask embed = bruno.embeds("key1", "Room1");

  @Test
  @DisplayName("and keeps as many answers for repeats as his quota says")
  void keepsHisKeyRecordsToTheQuota() {
    Quotas one = new Quotas(1, 1, 1, 10, 10, 10, 10, 1, 1, 10);
    OneProcess carla = new OneProcess("Carla", RuleBook.none("MI1"), one).born("User");
    carla.submit(carla.embeds("key1", "Room1"));
    carla.answer(1, PaStatus.ACK);
    carla.submit(carla.embeds("key2", "Room1"));

    assertThat(carla.state().intents().keys().find("key1")).isEmpty();
    assertThat(carla.state().intents().keys().find("key2")).isPresent();
  }

  @Test
  void inWritingFirstAndThenOfThePerformerWithHisGrounds() {
    var outcome = bruno.submit(embed);

    assertThat(outcome.events())
        .singleElement()
        .isInstanceOfSatisfying(
            ProcessEvent.Intent.class,
            e -> assertThat(e.event()).isInstanceOf(IntentEvent.Asked.class));
    Call call = request(outcome);
    assertThat(outcome.sends().get(0).to()).isEqualTo(Address.item("Persona1"));
    assertThat(call.id()).isEqualTo(new CallId(bruno.self, 1, 0));
    assertThat(call.grounds().rights()).containsExactly(may);
    assertThat(call.account()).isEqualTo("Bruno's Account");
  }

  @Test
  void andIsAnsweredWithWhatThePerformerSays() {
    bruno.submit(embed);
    var outcome = bruno.answer(1, PaStatus.ACK);

    assertThat(outcome.wakes().values())
        .singleElement()
        .isInstanceOfSatisfying(
            Response.Performed.class,
            p -> {
              assertThat(p.processActionId()).isEqualTo("PA-Bruno-1");
              assertThat(p.reply().status()).isEqualTo(PaStatus.ACK);
            });
    assertThat(bruno.busy()).isFalse();
  }

  @Test
  void underTheSameKeyOnce() {
    bruno.submit(embed);
    assertThat(bruno.submit(embed).awaits()).isNotNull();
    bruno.answer(1, PaStatus.ACK);

    assertThat(status(bruno.submit(embed))).isEqualTo(PaStatus.ACK);
    assertThat(bruno.state().intents().lastSeq()).isEqualTo(1);
  }

  @Test
  void andClashesWhenTheKeyStandsForSomethingElse() {
    bruno.submit(embed);

    assertThat(reason(bruno.submit(bruno.embeds("key1", "Room2")))).isEqualTo(Reason.CLASH);
  }

  @Test
  void withAValidTokenOnly() {
    assertThat(bruno.submit(withToken("stolen", embed)).response())
        .isEqualTo(new Response.BadToken());
    assertThat(bruno.submit(withToken(null, embed)).response()).isEqualTo(new Response.BadToken());
  }

  @Test
  void andIsIncIdBeforeHeIsBorn() {
    assertThat(new OneProcess("Bruno").submit(embed).response())
        .isInstanceOfSatisfying(
            Response.Refused.class, r -> assertThat(r.status().reason()).isEqualTo(Reason.INC_ID));
  }

  @Test
  void repeatedlyUntilHeIsAnswered() {
    var first = bruno.submit(embed).sends();

    assertThat(bruno.due(after(800))).isEmpty();
    assertThat(bruno.due(after(1_000))).isEqualTo(first);
    bruno.answer(1, PaStatus.ACK);
    assertThat(bruno.due(after(2_000))).isEmpty();
  }

  @Test
  void toSettleWhatHasRunOut() {
    bruno.submit(embed);

    assertThat(((Message.Request) bruno.due(after(30_001)).get(0).message()).call().settle())
        .isTrue();
  }

  @Test
  @DisplayName("again under the same key after Unable, and only then")
  void freesTheKey() {
    bruno.submit(embed);
    bruno.answer(1, PaStatus.err(Reason.UNABLE, "no journal"));

    assertThat(request(bruno.submit(embed)).id().seq()).isEqualTo(2);
  }

  @Test
  void andIsRefusedByHisOwnMayNotWithoutAskingAnyone() {
    OneProcess banned =
        OneProcess.user(
            "Bruno",
            right(
                "R1",
                DeonticVerb.MAY_NOT,
                "Anna",
                "Room1",
                Action.MM_EMBED,
                Complements.NONE.withAt("Room1")));
    var outcome = banned.submit(embed);

    assertThat(reason(outcome)).isEqualTo(Reason.INS_RIGHTS);
    assertThat(reply(outcome).orElseThrow().derivation()).isNotEmpty();
    assertThat(outcome.sends()).isEmpty();
    assertThat(status(banned.submit(embed))).isEqualTo(status(outcome));
    assertThat(banned.state().log().last()).isEqualTo(1);
  }

  @Test
  void andIsRefusedByARuleForUsers() {
    var rule =
        new Rule(
            ProcessType.USER,
            DeonticVerb.MAY_NOT,
            Pattern.of(Action.MM_EMBED, Complements.NONE.withAt("Room1")));
    OneProcess ruled =
        new OneProcess("Bruno", new RuleBook("MI1", 1, List.of(rule)), Quotas.DEFAULT).born("User");

    assertThat(reason(ruled.submit(embed))).isEqualTo(Reason.INS_RIGHTS);
  }

  @Test
  void forAnActionThatIsNotOfferedInVain() {
    assertThat(reason(bruno.submit(bruno.asks("k", Action.MU_SEND, Complements.NONE))))
        .isEqualTo(Reason.FAULTY_PA);
  }

  @Test
  void inSentencesThatTheActionTakes() {
    assertThat(reason(bruno.submit(bruno.asks("k", Action.MM_EMBED, Complements.nil("Persona1")))))
        .isEqualTo(Reason.FAULTY_PA);
  }

  @Test
  void ofNamesThatNameSomething() {
    assertThat(reason(bruno.submit(OneProcess.knowing(Map.of(), embed)))).isEqualTo(Reason.INC_ID);
  }

  @Test
  void byServicesThatThereAre() {
    Complements byNobody = Complements.nil("Persona1").withAt("Room1").withBy("CakeService");

    assertThat(reason(bruno.submit(bruno.asks("k", Action.MM_EMBED, byNobody))))
        .isEqualTo(Reason.INC_ID);
  }

  @Test
  void forNoNameOfTheFormThatTheMInstanceGives() {
    Complements said = Complements.nil("Data-000000000009").withAt("Desk1");

    assertThat(reason(bruno.submit(bruno.asks("k", Action.UM_CAPTURE, said))))
        .isEqualTo(Reason.FAULTY_PA);
  }

  @Test
  void asADeviceOnlyForWhatADeviceCanDo() {
    OneProcess device = new OneProcess("AnnasDevice").born("Device");

    assertThat(reason(device.submit(device.embeds("k", "Room1")))).isEqualTo(Reason.FAULTY_PA);
    Complements capture = Complements.NONE.withAt("Desk1");
    assertThat(device.submit(device.asks("k2", Action.UM_CAPTURE, capture)).sends()).hasSize(1);
  }

  @Test
  void onADryRunWithNoTraceButThatItWasOne() {
    var outcome = bruno.submit(dry(embed));

    assertThat(events(outcome)).hasOnlyElementsOfType(ProcessEvent.Tried.class);
    assertThat(request(outcome).dryRun()).isTrue();
    assertThat(request(outcome).grounds().rights()).containsExactly(may);
    assertThat(outcome.sends().get(0).passCaller()).isTrue();
  }

  @Test
  void forTheRightsOfWhatGoesWithIt() {
    Right read = mayOf("Stream1", Action.INFORM, Complements.nil("Stream1"));
    OneProcess reader = OneProcess.user("Bruno", read);
    Complements said = Complements.nil("Persona1").with(List.of(Telling.named("Stream1")));

    assertThat(request(reader.submit(reader.asks("k", Action.MM_ANIMATE, said))).grounds().rights())
        .containsExactly(read);
  }

  @Test
  @DisplayName("AnnasDevice to do a part of what Anna asks: only a Process of his Account obeys")
  void isToldByHisOwn() {
    OneProcess device = new OneProcess("AnnasDevice").born("Device");
    CallId part = new CallId(Address.process("Anna"), 3, 2);
    Ask order = device.asks(part.toString(), Action.UM_CAPTURE, Complements.NONE.withAt("Desk1"));
    String account = device.state().account();
    var anna = Address.process("Anna");

    assertThat(reason(device.tell(new Message.Instruct(order, anna, part, "Carla's"))))
        .isEqualTo(Reason.INS_RIGHTS);
    assertThat(device.written).hasSize(1);

    var obeyed = device.tell(new Message.Instruct(order, anna, part, account));
    assertThat(request(obeyed).id().subject()).isEqualTo(device.self);
    var done = device.answer(1, PaStatus.ACK);
    assertThat(done.sends())
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.to()).isEqualTo(anna);
              assertThat(((Message.Answer) s.message()).id()).isEqualTo(part);
            });
    assertThat(status(device.tell(new Message.Instruct(order, anna, part, account))))
        .isEqualTo(PaStatus.ACK);
  }

  private static Call request(Outcome<ProcessEvent> outcome) {
    return ((Message.Request) outcome.sends().get(0).message()).call();
  }
}
