package org.mmm.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.kernel.Telling.NOW;
import static org.mmm.kernel.Telling.after;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ask;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Response;
import org.mmm.kernel.Send;
import org.mmm.kernel.Telling;
import org.mmm.kernel.Told;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.rights.Grounds;

@DisplayName("What Anna asks")
class IntentsTest {
  static final Address ANNA = Address.process("Anna");
  static final Complements INTO_ROOM1 = Complements.nil("Persona1").withAt("Room1");
  static final Complements TRACKING = Complements.nil("Persona1").withAt("Desk1");

  private Intents intents = Intents.none();

  @Test
  void isNumberedFromOne() {
    assertThat(call(ask("k1", Action.MM_EMBED, INTO_ROOM1)).id()).isEqualTo(id(1, 0));
    assertThat(call(ask("k2", Action.MM_EMBED, INTO_ROOM1)).id()).isEqualTo(id(2, 0));
  }

  @Test
  void isOpenUntilItIsAnswered() {
    ask("k1", Action.MM_EMBED, INTO_ROOM1);
    assertThat(intents.busy()).isTrue();
    answer(id(1, 0), PaStatus.ACK, Complements.NONE);

    assertThat(intents.busy()).isFalse();
  }

  @Test
  void isAnsweredOnce() {
    ask("k1", Action.MM_EMBED, INTO_ROOM1);
    answer(id(1, 0), PaStatus.ACK, Complements.NONE);

    assertThat(answer(id(1, 0), PaStatus.err(Reason.CLASH, "full"), Complements.NONE))
        .isEqualTo(Outcome.nothing());
  }

  @Test
  void isIncIdWhenNobodyCouldPerformIt() {
    var outcome = ask("k1", Action.MM_EMBED, Complements.nil("Nobody").withAt("Room1"));

    assertThat(Told.events(outcome)).hasSize(2);
    assertThat(intents.busy()).isFalse();
  }

  @Test
  @DisplayName("may be forgotten by performers only when the answer is in writing")
  void saysOnlyWhatIsWritten() {
    ask("k1", Action.MM_EMBED, INTO_ROOM1);
    ask("k2", Action.TRACK, TRACKING);
    answer(id(1, 0), PaStatus.ACK, Complements.NONE); // soon, so not in writing yet
    var second = answer(id(2, 1), PaStatus.ACK, Complements.nil("Data-000000000001"));

    assertThat(second.events()).isEmpty();
    assertThat(call(second).id()).isEqualTo(id(2, 2));
    assertThat(call(second).settledBelow()).isEqualTo(1);
    assertThat(call(ask("k3", Action.MM_EMBED, INTO_ROOM1)).settledBelow()).isEqualTo(2);
  }

  @Test
  @DisplayName("is asked part by part when it is a composite, and answered as a whole")
  void comesInParts() {
    List<Action> parts = new ArrayList<>();
    var next = ask("k1", Action.TRACK, TRACKING);
    int part = 1;
    for (String yielded : List.of("Data-000000000001", "Stream-000000000002", "", "")) {
      parts.add(call(next).action().action());
      Complements made = yielded.isEmpty() ? Complements.NONE : Complements.nil(yielded);
      next = answer(id(1, part++), PaStatus.ACK, made);
    }

    assertThat(parts)
        .containsExactly(Action.UM_CAPTURE, Action.IDENTIFY, Action.MM_ANIMATE, Action.MU_ACTUATE);
    assertThat(next.wakes()).hasSize(1);
    assertThat(intents.busy()).isFalse();
  }

  @Test
  @DisplayName("ends at the first part that is refused, and the detail names it")
  void endsAtTheFirstRefusal() {
    ask("k1", Action.TRACK, TRACKING);
    answer(id(1, 1), PaStatus.ACK, Complements.nil("Data-000000000001"));
    var ended = answer(id(1, 2), PaStatus.err(Reason.INS_RIGHTS, "no"), Complements.NONE);

    assertThat(ended.wakes().values())
        .singleElement()
        .isInstanceOfSatisfying(
            Response.Performed.class,
            p ->
                assertThat(p.reply().status())
                    .isEqualTo(PaStatus.err(Reason.INS_RIGHTS, "part 2 of Track: no")));
  }

  @Test
  @DisplayName("stands under its key when a part was done before it was Unable")
  void isNotFreedOnceAPartIsDone() {
    ask("k1", Action.TRACK, TRACKING);
    answer(id(1, 1), PaStatus.ACK, Complements.nil("Data-000000000001"));
    answer(id(1, 2), PaStatus.err(Reason.UNABLE, "no journal"), Complements.NONE);

    assertThat(intents.keys().find("k1")).isPresent();
  }

  @Test
  void ofAPartThatWasAnsweredBeforeIsLeftAlone() {
    ask("k1", Action.TRACK, TRACKING);
    answer(id(1, 1), PaStatus.ACK, Complements.nil("Data-000000000001"));

    assertThat(answer(id(1, 1), PaStatus.ACK, Complements.nil("Data-000000000001")))
        .isEqualTo(Outcome.nothing());
  }

  @Test
  void isRepeatedWithTheSameIdAndSettledInTheEnd() {
    Send first = ask("k1", Action.MM_EMBED, INTO_ROOM1).sends().get(0);

    assertThat(due(after(Intents.REPEAT_AFTER_MILLIS - 1))).isEmpty();
    assertThat(due(after(Intents.REPEAT_AFTER_MILLIS))).containsExactly(first);
    Send last = due(after(30_001)).get(0);
    assertThat(((Message.Request) last.message()).call())
        .isEqualTo(((Message.Request) first.message()).call().settling());
  }

  private Outcome<IntentEvent> ask(String key, Action action, Complements said) {
    Ask ask =
        new Ask(
            key,
            "digest of " + key,
            Telling.asks("Anna", action, said),
            Telling.NAMES,
            List.of("Data-000000000001", "Stream-000000000002", "RItem-000000000003"),
            Telling.NOON + 30_000,
            false,
            "token1",
            null);
    return apply(intents.ask(ANNA, ask, "Anna's Account", Grounds.NONE, null, NOW));
  }

  private Outcome<IntentEvent> answer(CallId id, PaStatus status, Complements made) {
    Reply reply = new Reply(status, "LocationService", made, false, List.of());
    return apply(intents.answered(ANNA, new Message.Answer(id, reply), "Anna's Account", NOW));
  }

  private Outcome<IntentEvent> apply(Outcome<IntentEvent> outcome) {
    List<IntentEvent> inOrder = new ArrayList<>(outcome.events());
    inOrder.addAll(outcome.soon());
    for (IntentEvent event : inOrder) intents = intents.apply(event);
    return outcome;
  }

  private List<Send> due(Moment now) {
    return intents.due(ANNA, "Anna's Account", now);
  }

  private static Call call(Outcome<IntentEvent> outcome) {
    return ((Message.Request) outcome.sends().get(0).message()).call();
  }

  private static CallId id(long seq, int part) {
    return new CallId(ANNA, seq, part);
  }
}
