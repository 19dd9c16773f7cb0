package org.mmm.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.kernel.Telling.after;
import static org.mmm.kernel.Telling.call;
import static org.mmm.kernel.Telling.inline;
import static org.mmm.kernel.Told.reason;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.kernel.Args;
import org.mmm.kernel.Message;
import org.mmm.kernel.Offer;
import org.mmm.kernel.Question;
import org.mmm.pa.Complements;
import org.mmm.pa.Reason;

@DisplayName("Anna posts her Persona")
class PostingTest {
  final OneItem persona = OneItem.annasPersona();
  final Complements it = Complements.nil("Persona1");

  @Test
  void toAnyoneForNothing() {
    persona.request(call("Anna", 1, Action.POST, it));

    assertThat(persona.state().offer()).isEqualTo(new Offer(BigDecimal.ZERO, "EUR", Set.of(), ""));
  }

  @Test
  void toBrunoAtAPrice() {
    Complements said =
        it.withTo("Bruno", "MarketplaceService").with(List.of(inline("{'Amount': 2.50}")));
    persona.request(call("Anna", 1, Action.POST, said));

    assertThat(persona.state().offer())
        .isEqualTo(new Offer(new BigDecimal("2.5"), "EUR", Set.of("Bruno"), ""));
  }

  @Test
  void inTheCurrencyThatIsSaid() {
    for (String currency : List.of("'USD'", "{'Header': 'MMM-CUO-V2.2', 'CurrencyData': 'USD'}")) {
      String value = "{'Header': 'MMM-VAL-V2.2', 'Amount': 3, 'Currency': " + currency + "}";
      OneItem another = OneItem.annasPersona();
      another.request(call("Anna", 1, Action.POST, it.with(List.of(inline(value)))));

      assertThat(another.state().offer())
          .isEqualTo(new Offer(new BigDecimal("3"), "USD", Set.of(), ""));
    }
  }

  @Test
  void butForNoLessThanNothing() {
    Complements said = it.with(List.of(inline("{'Amount': -1}")));

    assertThat(reason(persona.request(call("Anna", 1, Action.POST, said))))
        .isEqualTo(Reason.FAULTY_PA);
    assertThat(persona.state().offer()).isNull();
  }

  @Test
  void andNobodyElsePostsIt() {
    assertThat(reason(persona.request(call("Bruno", 1, Action.POST, it))))
        .isEqualTo(Reason.INS_RIGHTS);
    assertThat(persona.state().offer()).isNull();
  }

  @Test
  void butNotWhileItIsHandedOver() {
    persona.request(call("Anna", 1, Action.POST, it));
    var terms = new Args.Reservation("Bruno", "", "", BigDecimal.ZERO, "EUR", "TransactionService");
    persona.ask(Question.RESERVE, call("Bruno", 1, Action.TRANSACT, it), terms);

    assertThat(reason(persona.request(call("Anna", 2, Action.POST, it)))).isEqualTo(Reason.CLASH);
    var later = new Message.Request(call("Anna", 2, Action.POST, it));
    assertThat(reason(persona.tell(later, after(29_000)))).isEqualTo(Reason.CLASH);
  }
}
