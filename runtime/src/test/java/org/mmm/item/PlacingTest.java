package org.mmm.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.kernel.Telling.after;
import static org.mmm.kernel.Telling.call;
import static org.mmm.kernel.Telling.dry;
import static org.mmm.kernel.Telling.mayOf;
import static org.mmm.kernel.Telling.on;
import static org.mmm.kernel.Told.events;
import static org.mmm.kernel.Told.question;
import static org.mmm.kernel.Told.reason;
import static org.mmm.kernel.Told.status;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.kernel.Address;
import org.mmm.kernel.Appearance;
import org.mmm.kernel.Args;
import org.mmm.kernel.Attitude;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Question;
import org.mmm.kernel.Send;
import org.mmm.kernel.Telling;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.rights.Grounds;

@DisplayName("Anna's Persona")
class PlacingTest {
  static final PaStatus.Err FULL = new PaStatus.Err(Reason.CLASH, "Room2 is full");

  @Nested
  @DisplayName("that stands nowhere")
  class Nowhere {
    final OneItem persona = OneItem.annasPersona();
    final Call embed = persona.embeds(1, "Room1");

    @Test
    void isOnItsWayFirstAndAsksThePlace() {
      var outcome = persona.request(embed);

      assertThat(events(outcome))
          .containsExactly(new ItemEvent.MoveBegan(embed, "Room1", null, false, Telling.NOW.hlc()));
      assertThat(question(outcome).to()).isEqualTo(Address.place("Room1"));
      assertThat(admission(outcome))
          .isEqualTo(
              new Args.Admission(
                  "Persona1",
                  "Persona",
                  "Anna",
                  0,
                  null,
                  false,
                  null,
                  null,
                  new Appearance(0, true, null, 0)));
    }

    @Test
    void standsThereVisiblyOnceThePlaceHasAdmittedIt() {
      persona.request(embed);
      var outcome = persona.request(embed, Finding.yes(Question.ADMIT, "Room1"));

      assertThat(status(outcome)).isEqualTo(PaStatus.ACK);
      assertThat(persona.state().standing()).isEqualTo(new ItemState.Standing("Room1", embed.id()));
      assertThat(persona.state().perceptible()).isTrue();
      assertThat(persona.state().moving()).isNull();
      assertThat(persona.busy()).isFalse();
    }

    @Test
    void isAddedAsImperceptibleAsItWas() {
      Call add = call("Anna", 1, Action.MM_ADD, Complements.nil("Persona1").withAt("Room1"));
      persona.request(add);
      persona.request(add, Finding.yes(Question.ADMIT, "Room1"));

      assertThat(persona.state().perceptible()).isFalse();
    }

    @Test
    void asksForTheSpotThatWasSaid() {
      var spot =
          Telling.inline(
              "{'Position': {'CartPosition': [1, 0, -2]},"
                  + " 'Orientation': {'Orientation': [90, 0, 0]}}");
      Complements said = Complements.nil("Persona1").withAt("Room1").with(List.of(spot));

      assertThat(admission(persona.request(call("Anna", 1, Action.MM_EMBED, said))).attitude())
          .isEqualTo(new Attitude(1, 0, -2, 90, 0, 0));
    }

    @Test
    void repeatsTheQuestionUntilThePlaceHasAnswered() {
      var first = question(persona.request(embed));

      assertThat(persona.busy()).isTrue();
      assertThat(persona.due(after(1_000))).containsExactly(first);
      assertThat(question(persona.request(embed))).isEqualTo(first);
    }

    @Test
    void settlesWithThePlaceWhatItHasBegun() {
      persona.request(embed);

      assertThat(persona.due(after(30_001)))
          .singleElement()
          .satisfies(s -> assertThat(((Message.Consult) s.message()).call().settle()).isTrue());
    }

    @Test
    @DisplayName("never goes when the request ran out before it was begun: Room1 says so, for good")
    void neverGoesWhenTheRequestRanOut() {
      var asked = persona.request(embed.settling());
      assertThat(events(asked)).isEmpty();
      assertThat(question(asked).to()).isEqualTo(Address.place("Room1"));

      assertThat(reason(persona.request(embed.settling(), ranOut()))).isEqualTo(Reason.UNABLE);
      assertThat(reason(persona.request(embed))).isEqualTo(Reason.UNABLE);
      assertThat(persona.state().moving()).isNull();
    }

    @Test
    void neverGoesWhenTheRequestWasTooLongOnItsWay() {
      var outcome = persona.tell(new Message.Request(embed), after(30_001));

      assertThat(((Message.Consult) question(outcome).message()).call().settle()).isTrue();
      assertThat(persona.state().moving()).isNull();
    }

    private Finding ranOut() {
      return OneItem.no(Question.ADMIT, "Room1", PaStatus.err(Reason.UNABLE, "it ran out"));
    }

    @Test
    void staysWhereBrunoCannotMoveIt() {
      Complements said = Complements.nil("Persona1").withAt("Room1");

      assertThat(reason(persona.request(call("Bruno", 1, Action.MM_EMBED, said))))
          .isEqualTo(Reason.INS_RIGHTS);
    }

    @Test
    void goesWithBrunoWhenAnnaHasGrantedIt() {
      Complements said = Complements.nil("Persona1").withAt("Room1");
      Grounds granted = Grounds.of(mayOf("Persona1", Action.MM_EMBED, said));

      var outcome = persona.request(on(granted, call("Bruno", 1, Action.MM_EMBED, said)));
      assertThat(question(outcome).to()).isEqualTo(Address.place("Room1"));
    }

    @Test
    void goesToAServiceByTheNameOfItsPlace() {
      Complements said = Complements.nil("Persona1").withAt("PASrvc");

      assertThat(question(persona.request(call("Anna", 1, Action.MM_EMBED, said))).to())
          .isEqualTo(Address.place("ParcelService"));
    }

    @Test
    void goesNowhereThatIsNoPlace() {
      Complements said = Complements.nil("Persona1").withAt("Stream1");

      assertThat(reason(persona.request(call("Anna", 1, Action.MM_EMBED, said))))
          .isEqualTo(Reason.FAULTY_PA);
    }

    @Test
    void isNotToBeMovedBeforeItIsPlaced() {
      Complements said = Complements.nil("Persona1").withTo("Room1");

      assertThat(admission(persona.request(call("Anna", 1, Action.MM_MOVE, said))).otherwise())
          .extracting(PaStatus.Err::reason)
          .isEqualTo(Reason.CLASH);
    }

    @Test
    void onADryRunAsksThePlaceAndDoesNotMove() {
      var asked = persona.request(dry(embed));
      var told = persona.request(dry(embed).with(OneItem.no(Question.ADMIT, "Room1", FULL)));

      assertThat(question(asked).passCaller()).isTrue();
      assertThat(status(told)).isEqualTo(FULL);
      assertThat(persona.written).hasSize(1); // its founding
    }
  }

  @Nested
  @DisplayName("that stands in Room1")
  class InRoom1 {
    final OneItem persona = OneItem.inRoom1();
    final Call toRoom2 = persona.embeds(2, "Room2");

    @Test
    void tellsRoom1ThatItHasLeftUntilRoom1Knows() {
      persona.request(toRoom2);
      var moved = persona.request(toRoom2, Finding.yes(Question.ADMIT, "Room2"));
      var first = persona.embeds(1, "Room1").id();
      var release =
          new Send(Address.place("Room1"), new Message.Release("Persona1", first, persona.self));

      assertThat(moved.sends()).contains(release);
      assertThat(persona.due(after(1_000))).containsExactly(release);

      persona.tell(new Message.Released("Room1", first));
      assertThat(persona.due(after(2_000))).isEmpty();
      assertThat(persona.busy()).isFalse();
    }

    @Test
    void staysWhenRoom2Refuses() {
      persona.request(toRoom2);
      var outcome = persona.request(toRoom2, OneItem.no(Question.ADMIT, "Room2", FULL));

      assertThat(status(outcome)).isEqualTo(FULL);
      assertThat(persona.state().standing()).extracting("place").isEqualTo("Room1");
      assertThat(persona.state().moving()).isNull();
    }

    @Test
    void makesOneMoveAtATime() {
      persona.request(toRoom2);

      assertThat(persona.request(persona.embeds(3, "Square")).deferred()).isTrue();
    }

    @Test
    void letsThePlaceRefuseAWrongFromAfterTheRights() {
      Complements said = Complements.nil("Persona1").withAt("Room2").withFrom("Square");
      var outcome = persona.request(call("Anna", 2, Action.MM_EMBED, said));

      assertThat(admission(outcome).otherwise())
          .isEqualTo(PaStatus.err(Reason.CLASH, "Persona1 is not at Square, it is at Room1"));
    }

    @Test
    void isNotToBeAddedAgain() {
      Complements said = Complements.nil("Persona1").withAt("Room2");

      assertThat(admission(persona.request(call("Anna", 2, Action.MM_ADD, said))).otherwise())
          .extracting(PaStatus.Err::reason)
          .isEqualTo(Reason.CLASH);
    }

    @Test
    void turnsWithinRoom1ByTheWordOfRoom1() {
      Call turn = persona.embeds(2, "Room1");
      var asked = persona.request(turn);
      var done = persona.request(turn, turned());

      assertThat(events(asked)).isEmpty();
      assertThat(admission(asked).since()).isEqualTo(persona.embeds(1, "Room1").id());
      assertThat(done.events()).isEmpty();
      assertThat(status(done)).isEqualTo(PaStatus.ACK);
    }

    @Test
    @DisplayName("turns within Room1 once, also when it has left before the repetition comes")
    void doesNotComeBackForARepetition() {
      Call turn = persona.embeds(2, "Room1");
      persona.request(turn);
      persona.request(turn, turned());
      persona.embed(3, "Room2");

      persona.request(turn);
      assertThat(status(persona.request(turn, turned()))).isEqualTo(PaStatus.ACK);
      assertThat(persona.state().moving()).isNull();
      assertThat(persona.state().standing()).extracting("place").isEqualTo("Room2");
    }

    /** Room1 says: it still stands here by its first move. */
    private Finding turned() {
      String since = persona.embeds(1, "Room1").id().toString();
      return Finding.yes(Question.ADMIT, "Room1")
          .with(Telling.object("{'since': '" + since + "'}"));
    }

    @Test
    void answersARepetitionTheSameAndDoesNothing() {
      var outcome = persona.request(persona.embeds(1, "Room1"));

      assertThat(events(outcome)).isEmpty();
      assertThat(status(outcome)).isEqualTo(PaStatus.ACK);
    }

    @Test
    @DisplayName("does not move for a straggler whose answer Anna has in writing")
    void leavesAStragglerAlone() {
      persona.request(toRoom2);
      persona.request(toRoom2, Finding.yes(Question.ADMIT, "Room2"));
      Call later = Telling.settledBelow(3, persona.embeds(3, "Room1"));
      persona.request(later);
      persona.request(later, Finding.yes(Question.ADMIT, "Room1"));

      assertThat(persona.request(toRoom2)).isEqualTo(Outcome.nothing());
    }
  }

  static Args.Admission admission(Outcome<ItemEvent> outcome) {
    Args args = ((Message.Consult) question(outcome).message()).args();
    if (args instanceof Args.Admission admission) return admission;
    throw new AssertionError("no Admission: " + args);
  }
}
