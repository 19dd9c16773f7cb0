package org.mmm.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.kernel.Telling.after;
import static org.mmm.kernel.Telling.settledBelow;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.journal.Cbor;
import org.mmm.kernel.Call;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Telling;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;

@DisplayName("A performer's answer")
class AnswersTest {
  final Call first = call("Anna", 1);
  final Answers answers = Answers.none().with(performed(first, after(0)));

  @Test
  void isGivenAgain() {
    assertThat(answers.find(first.id()).orElseThrow().status()).isEqualTo(PaStatus.ACK);
    assertThat(answers.find(call("Bruno", 1).id())).isEmpty();
  }

  @Test
  @DisplayName("is forgotten once its subject has it in writing; its repetition is a straggler")
  void isForgottenWhenSettled() {
    Answers later = answers.with(performed(settledBelow(2, call("Anna", 2)), after(0)));

    assertThat(later.find(first.id())).isEmpty();
    assertThat(later.past(first.id())).isTrue();
    assertThat(later.past(call("Anna", 2).id())).isFalse();
    assertThat(answers.past(first.id())).isFalse();
  }

  @Test
  @DisplayName("stays a straggler's when an older mark comes late")
  void keepsTheHighestMark() {
    Answers later =
        answers
            .with(performed(settledBelow(3, call("Anna", 3)), after(0)))
            .with(performed(settledBelow(1, call("Anna", 4)), after(0)));

    assertThat(later.past(call("Anna", 2).id())).isTrue();
  }

  @Test
  void isForgottenADayAfterTheRequestRanOut() {
    Moment tomorrow = after(30_000 + Answers.KEPT_MILLIS);
    Answers later = answers.with(performed(call("Anna", 2), tomorrow));

    assertThat(later.find(first.id())).isEmpty();
    assertThat(later.past(first.id())).isFalse();
  }

  @Test
  void isKeptForSoManySubjects() {
    Answers many = Answers.none();
    for (int i = 0; i <= Answers.SUBJECTS; i++)
      many = many.with(performed(call("P" + i, 1), after(0)));

    assertThat(many.all()).hasSize(Answers.SUBJECTS);
  }

  @Test
  void isReadAsItWasWritten() {
    assertThat(Cbor.roundTrip(Answers.class, answers)).isEqualTo(answers);
  }

  private static Call call(String who, long seq) {
    return Telling.call(who, seq, Action.MM_ENABLE, Complements.nil("Persona1"));
  }

  private static Performed performed(Call call, Moment now) {
    return Performed.of(call, Reply.of(call, PaStatus.ACK), now);
  }
}
