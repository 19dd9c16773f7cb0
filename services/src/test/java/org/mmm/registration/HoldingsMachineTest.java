package org.mmm.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Question;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;
import org.mmm.rights.Grounds;
import org.mmm.rights.Quotas;

@DisplayName("An Account that may own 3 Items, one of them a place,")
class HoldingsMachineTest {
  private static final Address SELF = Address.parse("service/RIGHTS/Account-1");
  private static final Address AUTHOR = Address.parse("service/AUTHOR/Room-1");
  private static final Args.Counting ITEM = new Args.Counting(1, 0, false);
  private static final Args.Counting PLACE = new Args.Counting(1, 1, false);
  private static final Args.Counting SOLD = new Args.Counting(1, 0, true);
  private static final long NOT_AFTER = 10_000;

  private final HoldingsMachine machine =
      new HoldingsMachine(SELF, new Quotas(3, 1, 1, 1, 1, 1, 1, 1, 1, 1));
  private HoldingsState state = machine.empty();
  private int written;

  @Test
  void ownsThreeAndIsToldTheRuleAtTheFourth() {
    for (int seq = 1; seq <= 3; seq++) assertThat(count(seq, ITEM)).isEqualTo(PaStatus.ACK);

    Finding fourth = ask(Question.COUNT, call(4), ITEM);
    assertThat(reason(fourth.status())).isEqualTo(Reason.INS_RIGHTS);
    assertThat(fourth.derivation())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.permits()).isFalse();
              assertThat(line.sentence())
                  .isEqualTo(
                      "Account-1 owns 3 Items; by the Rule itemsPerAccount of this M-Instance an"
                          + " Account owns at most 3");
            });
    assertThat(state.items()).isEqualTo(3);
  }

  @Test
  void ownsOnePlaceAndOtherThingsBesides() {
    assertThat(count(1, PLACE)).isEqualTo(PaStatus.ACK);

    Finding second = ask(Question.COUNT, call(2), PLACE);
    assertThat(second.derivation().get(0).sentence()).contains("placesPerAccount", "at most 1");
    assertThat(count(3, ITEM)).isEqualTo(PaStatus.ACK);
  }

  @Test
  void countsACallOnceHoweverOftenItAsks() {
    for (int i = 0; i < 5; i++) assertThat(count(1, ITEM)).isEqualTo(PaStatus.ACK);

    assertThat(state.items()).isEqualTo(1);
  }

  @Test
  void refusesACallForGoodAlsoWhenThereIsRoomLater() {
    for (int seq = 1; seq <= 4; seq++) count(seq, ITEM);
    ask(Question.UNCOUNT, call(1), ITEM);

    assertThat(reason(count(4, ITEM))).isEqualTo(Reason.INS_RIGHTS);
    assertThat(count(5, ITEM)).isEqualTo(PaStatus.ACK);
  }

  @Test
  void hasRoomAgainForWhatCameToNothing() {
    count(1, PLACE);
    for (int i = 0; i < 3; i++) ask(Question.UNCOUNT, call(1), PLACE);

    assertThat(state.items()).isZero();
    assertThat(state.places()).isZero();
    assertThat(reason(count(1, PLACE))).as("that call is over").isEqualTo(Reason.UNABLE);
    assertThat(count(2, PLACE)).isEqualTo(PaStatus.ACK);
  }

  @Test
  void countsNothingThatCameToNothingBeforeItWasCounted() {
    ask(Question.UNCOUNT, call(1), ITEM);

    assertThat(reason(count(1, ITEM))).isEqualTo(Reason.UNABLE);
    assertThat(state.items()).isZero();
  }

  @Test
  void countsNoLongerWhatIsHandedOver() {
    count(1, ITEM);
    count(2, ITEM);
    ask(Question.UNCOUNT, call(77), SOLD);
    ask(Question.UNCOUNT, call(77), SOLD);

    assertThat(state.items()).isEqualTo(1);
  }

  @Test
  @DisplayName("may have owned things before they were counted")
  void neverOwnsLessThanNothing() {
    ask(Question.UNCOUNT, call(77), SOLD);

    assertThat(state.items()).isZero();
  }

  @Test
  void countsNothingThatRanOut() {
    assertThat(reason(ask(Question.COUNT, call(1).settling(), ITEM).status()))
        .isEqualTo(Reason.UNABLE);
    ask(Question.UNCOUNT, call(2).settling(), ITEM);

    assertThat(written).as("nothing need be remembered of it").isZero();
  }

  @Test
  void writesNothingOnADryRun() {
    Call call = call(1);
    Call dry =
        new Call(
            call.id(),
            call.action(),
            call.account(),
            Map.of(),
            List.of(),
            Grounds.NONE,
            NOT_AFTER,
            false,
            true,
            0,
            List.of());
    assertThat(ask(Question.COUNT, dry, ITEM).status()).isEqualTo(PaStatus.ACK);
    ask(Question.UNCOUNT, dry, ITEM);

    assertThat(written).isZero();
  }

  private PaStatus count(long seq, Args.Counting what) {
    return ask(Question.COUNT, call(seq), what).status();
  }

  private Finding ask(Question question, Call call, Args.Counting what) {
    var consult = (Message.Consult) Message.consult(AUTHOR, SELF, question, call, what).message();
    var outcome = machine.on(state, consult, new Moment(1_000, new Hlc(1_000, 0)));
    for (HoldingsEvent event : outcome.events()) state = machine.apply(state, event);
    written += outcome.events().size();
    var back = (Message.Request) outcome.sends().get(0).message();
    return back.call().findings().get(0);
  }

  private static Call call(long seq) {
    return new Call(
        new CallId(Address.process("User-1"), seq, 0),
        new ProcessAction("User-1", Action.AUTHOR, Edition.TEC_2_2, Complements.NONE),
        "Account-1",
        Map.of(),
        List.of(),
        Grounds.NONE,
        NOT_AFTER,
        false,
        false,
        0,
        List.of());
  }

  private static Reason reason(PaStatus status) {
    return ((PaStatus.Err) status).reason();
  }
}
