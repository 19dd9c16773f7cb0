package org.mmm.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An outcome")
class OutcomeTest {
  static final Message NEWS = new Message.Released("Room1", Telling.BEGINNING);
  static final Response DONE = new Response.BadToken();

  @Test
  void isNothingAtFirst() {
    Outcome<String> nothing = Outcome.nothing();

    assertThat(nothing.events()).isEmpty();
    assertThat(nothing.sends()).isEmpty();
    assertThat(nothing.response()).isNull();
    assertThat(nothing.deferred()).isFalse();
    assertThat(Outcome.defer().deferred()).isTrue();
  }

  @Test
  void growsAndNeverChanges() {
    Outcome<String> one = Outcome.<String>nothing().persist("a");
    Outcome<String> more =
        one.persist("b").persist(List.of("c")).soon("d").send(Telling.WORLD, NEWS);

    assertThat(one.events()).containsExactly("a");
    assertThat(more.events()).containsExactly("a", "b", "c");
    assertThat(more.soon()).containsExactly("d");
    assertThat(more.sends()).containsExactly(new Send(Telling.WORLD, NEWS, false));
  }

  @Test
  void letsAnotherAnswerTheCaller() {
    assertThat(Outcome.nothing().forward(Telling.WORLD, NEWS).sends())
        .containsExactly(new Send(Telling.WORLD, NEWS, true));
  }

  @Test
  void isTheSameInTheEventsOfWhoEmbedsIt() {
    Outcome<String> inner =
        Outcome.<String>nothing().persist("a").soon("b").await("k").wake("w", DONE).respond(DONE);
    Outcome<Integer> outer = inner.map(String::length);

    assertThat(outer.events()).containsExactly(1);
    assertThat(outer.soon()).containsExactly(1);
    assertThat(outer.awaits()).isEqualTo("k");
    assertThat(outer.wakes()).containsEntry("w", DONE);
    assertThat(outer.response()).isEqualTo(DONE);
  }
}
