package org.mmm.rooms;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.rooms.EnterRulesTest.reason;
import static org.mmm.rooms.Telling.NOON;
import static org.mmm.rooms.Telling.NOW;
import static org.mmm.rooms.Telling.after;
import static org.mmm.rooms.Telling.embeds;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.kernel.Args;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Offer;
import org.mmm.kernel.Question;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

@DisplayName("A parcel on offer that is kept for Anna for a minute")
class HoldRulesTest {
  static final Offer FREE = new Offer(BigDecimal.ZERO, "EUR", Set.of(), "");
  final Place parcel = Place.founded("Parcel1", onOffer());

  HoldRulesTest() {
    assertThat(hold("Anna", 1).status()).isEqualTo(PaStatus.ACK);
  }

  @Test
  void isNotKeptForBruno() {
    assertThat(reason(hold("Bruno", 1))).isEqualTo(Reason.CLASH);
  }

  @Test
  void isKeptLongerForAnnaIfSheLooksAgain() {
    assertThat(hold("Anna", 2).status()).isEqualTo(PaStatus.ACK);
  }

  @Test
  void isNotSoldToBruno() {
    assertThat(reason(reserve("Bruno", 5, 0))).isEqualTo(Reason.CLASH);
  }

  @Test
  void isNeverSoldToBrunoByThatTransaction() {
    reserve("Bruno", 5, 0);
    assertThat(reserve("Bruno", 5, 60_001).status().acknowledged()).isFalse();
  }

  @Test
  void isSoldToAnnaAndThenKeptForNobody() {
    assertThat(reserve("Anna", 5, 0).status()).isEqualTo(PaStatus.ACK);
    parcel.ask(Question.TRANSFER, embeds("Anna", 5, "Parcel1", "M1"), terms("Anna"), NOW);
    assertThat(parcel.state().item().owner()).isEqualTo("Anna");
    assertThat(parcel.state().hold()).isNull();
  }

  @Test
  void isSoldToBrunoWhenTheMinuteIsOver() {
    assertThat(reserve("Bruno", 6, 60_000).status()).isEqualTo(PaStatus.ACK);
  }

  @Test
  void isKeptOnlyIfItIsOnOffer() {
    Place room = Place.annasRoomOfTwo();
    Finding finding =
        room.ask(
            Question.HOLD, embeds("Anna", 1, "Room1", "M1"), new Args.Holding("Anna", NOON + 1));
    assertThat(reason(finding)).isEqualTo(Reason.CLASH);
  }

  private Finding hold(String user, long seq) {
    var wish = new Args.Holding(user, NOON + 60_000);
    return parcel.ask(Question.HOLD, embeds(user, seq, "Parcel1", "M1"), wish);
  }

  private Finding reserve(String buyer, long seq, long millis) {
    var call = Telling.asking(embeds(buyer, seq, "Parcel1", "M1"), NOON + millis + 10_000);
    return requireNonNull(parcel.ask(Question.RESERVE, call, terms(buyer), after(millis)));
  }

  private static Args.Reservation terms(String buyer) {
    return new Args.Reservation(buyer, buyer, "", BigDecimal.ZERO, "EUR", "");
  }

  private static Args.Founding onOffer() {
    return new Args.Founding(
        "Parcel", "M1", "", false, true, 12, 0, null, FREE, null, null, List.of(), null);
  }
}
