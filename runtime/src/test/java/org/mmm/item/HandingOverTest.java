package org.mmm.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.kernel.Telling.after;
import static org.mmm.kernel.Telling.call;
import static org.mmm.kernel.Telling.consult;
import static org.mmm.kernel.Telling.dry;
import static org.mmm.kernel.Telling.inline;
import static org.mmm.kernel.Told.finding;
import static org.mmm.kernel.Told.reason;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.Question;
import org.mmm.kernel.Telling;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

@DisplayName("Anna's Stream, on offer to Bruno at 2 EUR,")
class HandingOverTest {
  final OneItem stream = OneItem.founded("Stream1", Telling.born("Stream", "Anna"));
  final Complements it = Complements.nil("Stream1");
  final Call bruno = call("Bruno", 1, Action.TRANSACT, it);
  final Args.Reservation terms = terms("Bruno", "Anna", 2);

  @BeforeEach
  void offer() {
    Complements said = it.withTo("Bruno").with(List.of(inline("{'Amount': 2}")));
    stream.request(call("Anna", 1, Action.POST, said));
  }

  @Test
  void isKeptForBrunosTransactionThenHisOwn() {
    assertThat(stream.ask(Question.RESERVE, bruno, terms).status()).isEqualTo(PaStatus.ACK);
    assertThat(stream.state().owner()).isEqualTo("Anna");
    assertThat(stream.ask(Question.TRANSFER, bruno, terms).status()).isEqualTo(PaStatus.ACK);

    assertThat(stream.state().owner()).isEqualTo("Bruno");
    assertThat(stream.state().epoch()).isEqualTo(1);
    assertThat(stream.state().offer()).isNull();
    assertThat(stream.state().provenance())
        .containsExactly(
            new ItemState.Handed(
                "Anna", "Bruno", bruno.id().toString(), Telling.NOW.hlc(), "Anna's Account"));
  }

  @Test
  @DisplayName("tells whose it is, or was before that Transaction: they count what they own")
  void tellsTheAccountOfWhoOwnsIt() {
    assertThat(Kept.of(stream.ask(Question.RESERVE, bruno, terms)))
        .isEqualTo(new Kept("Anna's Account", false));
    stream.ask(Question.TRANSFER, bruno, terms);

    assertThat(Kept.of(stream.ask(Question.RESERVE, bruno, terms)))
        .isEqualTo(new Kept("Anna's Account", true));
  }

  @Test
  void isFreeForOthersOnceTheTransactionHasFailed() {
    stream.ask(Question.RESERVE, bruno, terms);
    stream.ask(Question.FREE, bruno, terms);

    assertThat(stream.state().reserved()).isNull();
    assertThat(reason(stream.ask(Question.RESERVE, bruno, terms).status()))
        .isEqualTo(Reason.UNABLE);
  }

  @Test
  void isHandedOverOnceHoweverOftenItIsAsked() {
    stream.ask(Question.RESERVE, bruno, terms);
    stream.ask(Question.RESERVE, bruno, terms);
    stream.ask(Question.TRANSFER, bruno, terms);
    stream.ask(Question.TRANSFER, bruno, terms);
    stream.ask(Question.RESERVE, bruno, terms);

    assertThat(stream.state().epoch()).isEqualTo(1);
    assertThat(stream.state().reserved()).isNull();
  }

  @Test
  void isNotHandedOverWithoutAReservation() {
    assertThat(reason(stream.ask(Question.TRANSFER, bruno, terms).status()))
        .isEqualTo(Reason.CLASH);
  }

  @Test
  void isNotForCarla() {
    Call carla = call("Carla", 1, Action.TRANSACT, it);

    assertThat(reserve(carla, terms("Carla", "Anna", 2))).isEqualTo(Reason.INS_RIGHTS);
  }

  @Test
  void isNotForLess() {
    assertThat(reserve(bruno, terms("Bruno", "Anna", 1))).isEqualTo(Reason.INS_VALUE);
  }

  @Test
  void isNotSoldByCarla() {
    assertThat(reserve(bruno, terms("Bruno", "Carla", 2))).isEqualTo(Reason.CLASH);
  }

  @Test
  void isKeptForOneTransactionAtATime() {
    stream.ask(Question.RESERVE, bruno, terms);
    Call again = call("Bruno", 2, Action.TRANSACT, it);

    assertThat(reserve(again, terms)).isEqualTo(Reason.CLASH);
    assertThat(reserve(again, terms)).as("a straggler").isEqualTo(Reason.CLASH);
    Call next = call("Bruno", 3, Action.TRANSACT, it);
    Call lasting =
        new Call(
            next.id(),
            next.action(),
            next.account(),
            next.names(),
            next.fresh(),
            next.grounds(),
            next.notAfter() + 120_000,
            false,
            false,
            next.settledBelow(),
            next.findings());
    var later = stream.tell(consult(Question.RESERVE, stream.self, lasting, terms), after(90_001));
    assertThat(reason(finding(later).status())).isNull();
    assertThat(reason(stream.ask(Question.TRANSFER, bruno, terms).status()))
        .isEqualTo(Reason.CLASH);
  }

  @Test
  void isNeverKeptForWhatRanOut() {
    assertThat(reserve(bruno.settling(), terms)).isEqualTo(Reason.UNABLE);
    assertThat(reserve(bruno, terms)).isEqualTo(Reason.UNABLE);
  }

  @Test
  void isNotKeptOnADryRun() {
    assertThat(reserve(dry(bruno), terms)).isNull();
    assertThat(stream.state().reserved()).isNull();
  }

  @Test
  void isNoLongerKeptInMemoryForAReservationThatOthersSettle() {
    stream.ask(Question.RESERVE, bruno, terms);

    assertThat(stream.busy()).isFalse();
    assertThat(stream.due(after(1_000))).isEmpty();
  }

  @Test
  void whenItIsNotOnOfferIsNobodysToTake() {
    OneItem other = OneItem.founded("Data1", Telling.born("Data", "Anna"));
    assertThat(reason(other.ask(Question.RESERVE, bruno, terms).status()))
        .isEqualTo(Reason.INS_RIGHTS);
  }

  private @Nullable Reason reserve(Call call, Args.Reservation on) {
    return reason(stream.ask(Question.RESERVE, call, on).status());
  }

  private static Args.Reservation terms(String buyer, String seller, int amount) {
    return new Args.Reservation(
        buyer,
        buyer + "'s Account",
        seller,
        BigDecimal.valueOf(amount),
        "EUR",
        "TransactionService");
  }
}
