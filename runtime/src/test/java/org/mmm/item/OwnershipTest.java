package org.mmm.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.kernel.Telling.call;
import static org.mmm.kernel.Telling.mayOf;
import static org.mmm.kernel.Telling.on;
import static org.mmm.kernel.Told.reason;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Question;
import org.mmm.kernel.Telling;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.rights.Facts;
import org.mmm.rights.Grounds;

@DisplayName("Anna's Stream")
class OwnershipTest {
  final OneItem stream = OneItem.founded("Stream1", Telling.born("Stream", "Anna"));
  final Complements ofBruno = Complements.NONE.withOf("Bruno");

  @Test
  void saysThatAnnaOwnsIt() {
    Finding own = stream.ask(Question.OWN, call("Anna", 1, Action.CHANGE, ofBruno), null);

    assertThat(own.status()).isEqualTo(PaStatus.ACK);
    assertThat(own.facts()).isEqualTo(Facts.of("Stream1", "Anna", 0, false));
  }

  @Test
  void saysThatBrunoDoesNotAndWhoDoes() {
    Finding own = stream.ask(Question.OWN, call("Bruno", 1, Action.CHANGE, ofBruno), null);

    assertThat(own.status())
        .isEqualTo(PaStatus.err(Reason.INS_RIGHTS, "Stream1 is owned by Anna, not by Bruno"));
    assertThat(own.facts()).isNotNull();
  }

  @Test
  @DisplayName("lets the Service that handed it over grant Rights on it to its owner alone")
  void knowsWhoHandedItOver() {
    var free = new Args.Reservation("Bruno", "", "", BigDecimal.ZERO, "EUR", "TRSrvc");
    stream.request(call("Anna", 1, Action.POST, Complements.nil("Stream1")));
    Call transact = call("Bruno", 1, Action.TRANSACT, Complements.nil("Stream1"));
    stream.ask(Question.RESERVE, transact, free);
    stream.ask(Question.TRANSFER, transact, free);

    Call toBruno = call("TransactionService", 1, Action.CHANGE, ofBruno);
    Call toCarla = call("TransactionService", 2, Action.CHANGE, Complements.nil("Carla"));
    assertThat(stream.ask(Question.OWN, toBruno, null).status()).isEqualTo(PaStatus.ACK);
    assertThat(reason(stream.ask(Question.OWN, toCarla, null).status()))
        .isEqualTo(Reason.INS_RIGHTS);
  }

  @Test
  void isUsedByItsOwner() {
    Call identify = call("Anna", 1, Action.IDENTIFY, Complements.nil("Stream1"));

    assertThat(stream.ask(Question.USE, identify, null).status()).isEqualTo(PaStatus.ACK);
  }

  @Test
  void isUsedByBrunoOnlyByAGround() {
    Call identify = call("Bruno", 1, Action.IDENTIFY, Complements.nil("Stream1"));
    Grounds may = Grounds.of(mayOf("Stream1", Action.IDENTIFY, Complements.nil("Stream1")));

    assertThat(reason(stream.ask(Question.USE, identify, null).status()))
        .isEqualTo(Reason.INS_RIGHTS);
    assertThat(stream.ask(Question.USE, on(may, identify), null).status()).isEqualTo(PaStatus.ACK);
  }

  @Test
  @DisplayName("is read by what it goes With: a Right to read it is needed, and is enough")
  void isReadWhereItGoesWith() {
    Call animate = call("Bruno", 1, Action.MM_ANIMATE, Complements.nil("Persona1"));
    Grounds may = Grounds.of(mayOf("Stream1", Action.INFORM, Complements.nil("Stream1")));

    assertThat(stream.ask(Question.USE, on(may, animate), null).status()).isEqualTo(PaStatus.ACK);
  }
}
