package org.mmm.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.kernel.Telling.call;
import static org.mmm.kernel.Telling.dry;
import static org.mmm.kernel.Told.question;
import static org.mmm.kernel.Told.reason;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Attitude;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Question;
import org.mmm.kernel.Telling;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

@DisplayName("An Item is founded")
class FoundingTest {
  final OneItem item = new OneItem("Persona1");
  final Call author = call("Anna", 1, Action.AUTHOR, Complements.NONE);
  final Args.Founding persona = Telling.born("Persona", "Anna");
  final Args.Founding inRoom1 =
      new Args.Founding(
          "Persona",
          "Anna",
          "",
          false,
          true,
          0,
          0,
          null,
          null,
          "Room1",
          Attitude.ORIGIN,
          List.of(),
          null);

  @Test
  void onceAndAgainByTheSameCall() {
    assertThat(item.ask(Question.FOUND, author, persona).status()).isEqualTo(PaStatus.ACK);
    assertThat(item.ask(Question.FOUND, author, persona).status()).isEqualTo(PaStatus.ACK);
    assertThat(item.written).hasSize(1);
    assertThat(item.state().owner()).isEqualTo("Anna");
  }

  @Test
  void notByAnotherCall() {
    item.ask(Question.FOUND, author, persona);
    Call other = call("Bruno", 1, Action.AUTHOR, Complements.NONE);

    assertThat(reason(item.ask(Question.FOUND, other, Telling.born("Persona", "Bruno")).status()))
        .isEqualTo(Reason.CLASH);
    assertThat(item.state().owner()).isEqualTo("Anna");
  }

  @Test
  void whereItStandsOnceThePlaceHasAdmittedIt() {
    assertThat(question(item.consult(Question.FOUND, author, inRoom1)).to())
        .isEqualTo(Address.place("Room1"));
    Call admitted = author.with(Finding.yes(Question.ADMIT, "Room1"));
    item.ask(Question.FOUND, admitted, inRoom1);

    assertThat(item.state().standing()).isEqualTo(new ItemState.Standing("Room1", author.id()));
  }

  @Test
  void nowhereWhenThePlaceRefuses() {
    var full = PaStatus.err(Reason.CLASH, "full");
    Call refused = author.with(OneItem.no(Question.ADMIT, "Room1", full));

    assertThat(item.ask(Question.FOUND, refused, inRoom1).status()).isEqualTo(full);
    assertThat(item.state().exists()).isFalse();
  }

  @Test
  void onADryRunOnlyInThought() {
    assertThat(item.ask(Question.FOUND, dry(author), persona).status()).isEqualTo(PaStatus.ACK);
    assertThat(item.written).isEmpty();
  }
}
