package org.mmm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.kernel.Telling.call;
import static org.mmm.kernel.Telling.dry;
import static org.mmm.kernel.Told.reason;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.items.DeonticVerb;
import org.mmm.items.Level;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.Question;
import org.mmm.kernel.Telling;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.pa.With;
import org.mmm.rights.Pattern;
import org.mmm.rights.Quotas;
import org.mmm.rights.Right;
import org.mmm.rights.RuleBook;
import org.mmm.rights.Stamp;

@DisplayName("Bruno receives")
class ReceivingTest {
  final OneProcess bruno = OneProcess.user("Bruno");
  final Call send = call("Anna", 1, Action.MM_SEND, Complements.NONE.withTo("Bruno"));
  final Args.Delivery message =
      new Args.Delivery(
          "Message1", "Message", "Anna", 2, new With.Inline(Telling.object("{'Text': 'Hi'}")));

  @Test
  void aMessageWithTheRightsToReadAndPassItOn() {
    assertThat(bruno.ask(Question.DELIVER, send, message).status()).isEqualTo(PaStatus.ACK);

    assertThat(bruno.state().inbox().entries()).hasSize(1);
    assertThat(bruno.state().allRights())
        .extracting(Right::sentence)
        .containsExactly(
            "May Granted Inform Message1",
            "May Granted Identify Message1",
            "May Granted MU-Actuate Message1",
            "May Granted MM-Send Message1");
    assertThat(bruno.state().allRights()).allMatch(r -> r.giver().equals("Anna"));
    assertThat(bruno.state().known()).containsExactly("Message1");
    assertThat(bruno.state().log().last()).isEqualTo(1);
  }

  @Test
  void anItemWithoutTheRightToPassItOn() {
    bruno.ask(Question.DELIVER, send, new Args.Delivery("Stream1", "Stream", "Anna", 0, null));

    assertThat(bruno.state().allRights())
        .extracting(r -> r.pattern().action())
        .containsExactly(Action.INFORM, Action.IDENTIFY, Action.MU_ACTUATE);
  }

  @Test
  void theRightsToTheLatestThingsAndNoMore() {
    Quotas two = new Quotas(1, 1, 1, 10, 10, 10, 10, 10, 1, 2);
    OneProcess carla = new OneProcess("Carla", RuleBook.none("MI1"), two).born("User");
    for (int i = 1; i <= 3; i++) carla.ask(Question.DELIVER, sent(i), message(i));
    carla.ask(Question.DELIVER, sent(4), message(2)); // once more, so it is the newest

    assertThat(carla.state().allRights())
        .extracting(r -> r.pattern().nil())
        .containsOnly("Message3", "Message2");
    assertThat(carla.state().allRights()).hasSize(8);
    assertThat(carla.state().rights().size()).as("nothing is taken from those granted").isZero();
  }

  @Test
  void groundsForWhatNamesItAndForNothingElse() {
    bruno.ask(Question.DELIVER, send, message);

    assertThat(grounds("Message1")).containsExactly("May Granted Inform Message1");
    assertThat(grounds("Message2")).isEmpty();
  }

  @Test
  void andMayAgainWhatTheSenderHadForbidden() {
    Right never =
        new Right(
            "R1",
            DeonticVerb.MAY_NOT,
            Level.GRANTED,
            Pattern.of(Action.INFORM, Complements.nil("Message1")),
            null,
            "Anna",
            new Stamp("Message1", 2),
            0);
    bruno.became(
        new ProcessEvent.RightsChanged(
            sent(9).id(), send.action(), List.of(never), Set.of(), Telling.NOW.hlc()));

    bruno.ask(Question.DELIVER, send, message);

    assertThat(bruno.state().rights().size()).isZero();
    assertThat(grounds("Message1")).hasSize(1);
  }

  private List<String> grounds(String item) {
    var reading = Telling.asks("Bruno", Action.INFORM, Complements.nil(item));
    return bruno.state().grounds(reading, Telling.NOW.millis()).rights().stream()
        .map(Right::sentence)
        .toList();
  }

  private static Call sent(long seq) {
    return call("Anna", seq, Action.MM_SEND, Complements.NONE.withTo("Carla"));
  }

  private static Args.Delivery message(int i) {
    return new Args.Delivery("Message" + i, "Message", "Anna", 0, null);
  }

  @Test
  void eachThingOnce() {
    bruno.ask(Question.DELIVER, send, message);
    assertThat(bruno.ask(Question.DELIVER, send, message).status()).isEqualTo(PaStatus.ACK);

    assertThat(bruno.state().inbox().last()).isEqualTo(1);
  }

  @Test
  void nothingThatRanOut() {
    assertThat(reason(bruno.ask(Question.DELIVER, send.settling(), message).status()))
        .isEqualTo(Reason.UNABLE);
    assertThat(reason(bruno.ask(Question.DELIVER, send, message).status()))
        .isEqualTo(Reason.UNABLE);
    assertThat(bruno.state().inbox().entries()).isEmpty();
  }

  @Test
  void whatRanOutAfterwardsAllTheSame() {
    bruno.ask(Question.DELIVER, send, message);

    assertThat(bruno.ask(Question.DELIVER, send.settling(), message).status())
        .isEqualTo(PaStatus.ACK);
  }

  @Test
  void nothingOnADryRun() {
    assertThat(bruno.ask(Question.DELIVER, dry(send), message).status()).isEqualTo(PaStatus.ACK);
    assertThat(bruno.written).hasSize(1); // his founding
  }

  @Test
  void nothingBeforeHeIsBorn() {
    assertThat(reason(new OneProcess("Bruno").ask(Question.DELIVER, send, message).status()))
        .isEqualTo(Reason.INC_ID);
  }

  @Test
  void lifeOnce() {
    OneProcess carla = new OneProcess("Carla");
    Args.Founding user = Telling.born("User", "Carla");

    assertThat(carla.ask(Question.FOUND, send, user).status()).isEqualTo(PaStatus.ACK);
    assertThat(carla.ask(Question.FOUND, send, user).status()).isEqualTo(PaStatus.ACK);
    Call other = call("Anna", 2, Action.REGISTER, Complements.NONE);
    assertThat(reason(carla.ask(Question.FOUND, other, user).status())).isEqualTo(Reason.CLASH);
    assertThat(carla.written).hasSize(1);
  }

  @Test
  void noQuestionThatIsForPlaces() {
    assertThat(reason(bruno.ask(Question.ADMIT, send, null).status())).isEqualTo(Reason.FAULTY_PA);
  }
}
