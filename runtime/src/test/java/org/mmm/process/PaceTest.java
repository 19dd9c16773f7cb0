package org.mmm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.kernel.Telling.after;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.kernel.Ask;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Response;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.rights.Quotas;
import org.mmm.rights.RuleBook;

@DisplayName("Bruno, who may ask three times a minute, be refused twice, and wait for two,")
class PaceTest {
  final Quotas quotas = new Quotas(1, 1, 1, 10, 3, 2, 2, 10, 1, 10);
  final OneProcess bruno = new OneProcess("Bruno", RuleBook.none("MI1"), quotas).born("User");

  @Test
  void isThrottledUntilTheNextMinuteAfterThree() {
    for (int i = 1; i <= 3; i++) {
      asks(i);
      bruno.answer(i, PaStatus.ACK);
    }

    assertThat(throttled(asks(4)).retryAfterMillis()).isEqualTo(60_000);
    assertThat(asks(4, after(60_000)).sends()).hasSize(1);
  }

  @Test
  void isThrottledAfterTwoRefusals() {
    for (int i = 1; i <= 2; i++) {
      asks(i);
      bruno.answer(i, PaStatus.err(Reason.CLASH, "full"));
    }

    assertThat(throttled(asks(3)).detail()).contains("refused 2 times");
  }

  @Test
  void waitsForTwoAnswersAtATime() {
    asks(1);
    asks(2);

    assertThat(throttled(asks(3)).retryAfterMillis()).isEqualTo(1_000);
    bruno.answer(1, PaStatus.ACK);
    assertThat(asks(3).sends()).hasSize(1);
  }

  @Test
  void isToldWhatHeAskedBeforeHoweverOften() {
    for (int i = 1; i <= 3; i++) {
      asks(i);
      bruno.answer(i, PaStatus.ACK);
    }

    assertThat(asks(1).response()).isInstanceOf(Response.Performed.class);
  }

  @Test
  void hasNothingThrottledWritten() {
    asks(1);
    asks(2);
    int before = bruno.written.size();
    asks(3);

    assertThat(bruno.written).hasSize(before);
  }

  private Outcome<ProcessEvent> asks(int number) {
    return asks(number, after(0));
  }

  private Outcome<ProcessEvent> asks(int number, Moment now) {
    Ask ask = bruno.embeds("key" + number, "Room1");
    return bruno.tell(new Message.Submit(ask), now);
  }

  private static Response.Throttled throttled(Outcome<ProcessEvent> outcome) {
    if (outcome.response() instanceof Response.Throttled throttled) return throttled;
    throw new AssertionError("not throttled: " + outcome);
  }
}
