package org.mmm.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.kernel.Telling.NOON;
import static org.mmm.kernel.Telling.call;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.kernel.Address;
import org.mmm.kernel.Appearance;
import org.mmm.kernel.Args;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Question;
import org.mmm.kernel.Telling;
import org.mmm.pa.Complements;

@DisplayName("How Anna's Persona appears in Room1")
class ShowingTest {
  private final OneItem persona = OneItem.inRoom1();
  private final Complements it = Complements.nil("Persona1");
  private final Message.Show hidden =
      new Message.Show(
          "Persona1",
          call("Anna", 1, Action.MM_EMBED, it).id(),
          new Appearance(1, false, null, 0),
          Address.item("Persona1"));

  @Test
  void isToldToTheRoomWhenItChanges() {
    assertThat(shows(persona.request(call("Anna", 2, Action.MM_DISABLE, it)))).contains(hidden);
  }

  @Test
  void isToldAgainUntilTheRoomKnows() {
    persona.request(call("Anna", 2, Action.MM_DISABLE, it));
    assertThat(persona.busy()).isTrue();
    assertThat(persona.due(Telling.NOW)).extracting(send -> send.message()).containsExactly(hidden);

    persona.tell(new Message.Shown("Room1", 1));
    assertThat(persona.busy()).isFalse();
    assertThat(persona.due(Telling.NOW)).isEmpty();
  }

  @Test
  void isStillToBeToldWhenTheRoomKnowsOnlyWhatWasBefore() {
    persona.request(call("Anna", 2, Action.MM_DISABLE, it));
    persona.request(call("Anna", 3, Action.MM_ENABLE, it));
    persona.tell(new Message.Shown("Room1", 1));
    assertThat(persona.due(Telling.NOW)).hasSize(1);
    persona.tell(new Message.Shown("Room1", 2));
    assertThat(persona.due(Telling.NOW)).isEmpty();
  }

  @Test
  void isNotTakenForKnownByAWordThatKnowsTooMuch() {
    persona.request(call("Anna", 2, Action.MM_DISABLE, it));
    persona.tell(new Message.Shown("Room1", 7));
    assertThat(persona.busy()).isTrue();
  }

  @Test
  void isToldWithItsStream() {
    var stream = it.with(List.of(Telling.named("Stream1")));
    var animates = call("Anna", 2, Action.MM_ANIMATE, stream);
    Outcome<ItemEvent> animated = persona.request(animates, Finding.yes(Question.USE, "Stream1"));
    assertThat(shows(animated))
        .get()
        .extracting(Message.Show::appearance)
        .isEqualTo(new Appearance(1, true, "Stream1", NOON));
  }

  @Test
  void isAskedForAlongWithASeatElsewhere() {
    persona.request(call("Anna", 2, Action.MM_DISABLE, it));
    persona.request(persona.embeds(3, "Room2"));
    var admission = admission(persona.due(Telling.NOW).get(0).message());
    assertThat(admission.appearance())
        .as("MM-Embed shows it")
        .isEqualTo(new Appearance(1, true, null, 0));
  }

  @Test
  void needsNoSecondWordAfterAMove() {
    persona.request(call("Anna", 2, Action.MM_DISABLE, it));
    persona.tell(new Message.Shown("Room1", 1));
    persona.embed(3, "Room2");
    assertThat(persona.state().perceptible()).isTrue();
    assertThat(persona.state().looks()).isEqualTo(new Appearance(1, true, null, 0));
    assertThat(persona.state().unshown()).isFalse();
  }

  @Test
  void isToldAfterAMoveDuringWhichItChanged() {
    var moves = persona.embeds(2, "Room2");
    persona.request(moves);
    var stream = it.with(List.of(Telling.named("Stream1")));
    Outcome<ItemEvent> animated =
        persona.request(
            call("Anna", 3, Action.MM_ANIMATE, stream), Finding.yes(Question.USE, "Stream1"));
    assertThat(shows(animated)).as("Room1 is left, Room2 was asked").isEmpty();

    persona.request(moves, Finding.yes(Question.ADMIT, "Room2"));
    assertThat(persona.due(Telling.NOW))
        .extracting(send -> send.message())
        .filteredOn(Message.Show.class::isInstance)
        .containsExactly(
            new Message.Show(
                "Persona1",
                moves.id(),
                new Appearance(1, true, "Stream1", NOON),
                Address.item("Persona1")));
  }

  private static Args.Admission admission(Message message) {
    var consult = (Message.Consult) message;
    if (consult.args() instanceof Args.Admission admission) return admission;
    throw new AssertionError("no Admission: " + message);
  }

  private static Optional<Message.Show> shows(Outcome<ItemEvent> outcome) {
    return outcome.sends().stream()
        .map(send -> send.message())
        .filter(Message.Show.class::isInstance)
        .map(Message.Show.class::cast)
        .findFirst();
  }
}
