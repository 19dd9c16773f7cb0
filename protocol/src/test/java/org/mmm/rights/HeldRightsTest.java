package org.mmm.rights;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.action.Action.MM_ADD;
import static org.mmm.action.Action.MM_EMBED;
import static org.mmm.action.Action.MM_MOVE;
import static org.mmm.action.Action.MM_SEND;
import static org.mmm.rights.Story.ANNA;
import static org.mmm.rights.Story.BRUNO;
import static org.mmm.rights.Story.CARLA;
import static org.mmm.rights.Story.NOON;
import static org.mmm.rights.Story.asks;
import static org.mmm.rights.Story.during;
import static org.mmm.rights.Story.holding;
import static org.mmm.rights.Story.may;
import static org.mmm.rights.Story.mayNot;
import static org.mmm.rights.Story.must;
import static org.mmm.rights.Story.pattern;
import static org.mmm.rights.Story.stamped;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;

@DisplayName("The Rights that Bruno holds")
class HeldRightsTest {
  private static final Pattern ENTER = pattern(MM_EMBED, "Persona2", "Room1");
  private static final Pattern MOVE_IN = pattern(MM_MOVE, "Persona2", "Room1");
  private static final Pattern ADD_IN = pattern(MM_ADD, "Persona2", "Room1");
  private static final ProcessAction ENTERS = asks(BRUNO, MM_EMBED, "Persona2", "Room1");
  private static final ProcessAction MOVES_IN = asks(BRUNO, MM_MOVE, "Persona2", "Room1");

  @Test
  void aGrantIsAGround() {
    Right grant = may("R1", ANNA, ENTER);
    assertThat(holding(grant).grounds(ENTERS, NOON)).isEqualTo(Grounds.of(grant));
    assertThat(holding(grant).grounds(asks(BRUNO, MM_EMBED, "Persona2", "Room2"), NOON))
        .isEqualTo(Grounds.NONE);
  }

  @Test
  void aMayNotOfTheSameGiverReplacesItsMayAndIsLiftedByItsNextMay() {
    HeldRights revoked = holding(may("R1", ANNA, ENTER), mayNot("R2", ANNA, ENTER));
    assertThat(revoked.list()).extracting(Right::id).containsExactly("R2");
    assertThat(revoked.forbidding(ENTERS, NOON)).map(Right::id).contains("R2");
    HeldRights again = revoked.with(may("R3", ANNA, ENTER));
    assertThat(again.forbidding(ENTERS, NOON)).isEmpty();
    assertThat(again.grounds(ENTERS, NOON).rights()).extracting(Right::id).containsExactly("R3");
  }

  @Test
  void aRevocationInTheOtherEditionsVerbMeansTheSameRegister() {
    assertThat(holding(may("R1", ANNA, ENTER), mayNot("R2", ANNA, MOVE_IN)).list())
        .extracting(Right::id)
        .containsExactly("R2");
    assertThat(holding(mayNot("R1", ANNA, MOVE_IN), may("R2", ANNA, ENTER)).list())
        .extracting(Right::id)
        .containsExactly("R2");
  }

  @Test
  void maysToAddAndToMoveStandBesideOneAnother() {
    HeldRights bought = holding(may("R1", ANNA, ADD_IN), may("R2", ANNA, MOVE_IN));
    assertThat(bought.grounds(MOVES_IN, NOON).rights()).extracting(Right::id).containsExactly("R2");
    assertThat(bought.grounds(asks(BRUNO, MM_ADD, "Persona2", "Room1"), NOON).rights())
        .extracting(Right::id)
        .containsExactly("R1");
    assertThat(bought.with(mayNot("R3", ANNA, ENTER)).size()).isEqualTo(1);
  }

  @Test
  void whatAnotherGiverSaysIsAnotherRegisterAndTheMayNotPrevails() {
    HeldRights both = holding(mayNot("R1", CARLA, ENTER), may("R2", ANNA, ENTER));
    assertThat(both.size()).isEqualTo(2);
    assertThat(both.forbidding(ENTERS, NOON)).map(Right::giver).contains(CARLA);
  }

  @Test
  void aMayNotForbidsTheWholeFamilyAndOnlyForItsSlots() {
    HeldRights held = holding(mayNot("R1", ANNA, ADD_IN));
    assertThat(held.forbidding(ENTERS, NOON)).isPresent();
    assertThat(held.forbidding(MOVES_IN, NOON)).isPresent();
    assertThat(held.forbidding(asks(BRUNO, MM_MOVE, "Persona2", "Square"), NOON)).isEmpty();
    assertThat(held.forbidding(asks(BRUNO, MM_SEND, "Persona2", "Room1"), NOON)).isEmpty();
  }

  @Test
  void aRightHoldsOnlyInItsWindow() {
    HeldRights afternoon = holding(during(may("R1", ANNA, ENTER), new Window(NOON, NOON + 1_000)));
    assertThat(afternoon.grounds(ENTERS, NOON - 1).rights()).isEmpty();
    assertThat(afternoon.grounds(ENTERS, NOON).rights()).hasSize(1);
    assertThat(afternoon.grounds(ENTERS, NOON + 1_000).rights()).isEmpty();
    HeldRights curfew = holding(during(mayNot("R2", ANNA, ENTER), new Window(NOON, null)));
    assertThat(curfew.forbidding(ENTERS, NOON - 1)).isEmpty();
    assertThat(curfew.forbidding(ENTERS, NOON)).isPresent();
  }

  @Test
  void aMustIsAnObligationStoredAndListedItPermitsNothing() {
    HeldRights held = holding(must("R1", ANNA, ENTER));
    assertThat(held.obligations()).extracting(Right::id).containsExactly("R1");
    assertThat(held.grounds(ENTERS, NOON)).isEqualTo(Grounds.NONE);
    assertThat(held.forbidding(ENTERS, NOON)).isEmpty();
    assertThat(held.with(may("R2", ANNA, ENTER)).obligations()).hasSize(1);
  }

  @Test
  void whatAnEarlierOwnerSaidLapsesWhenANewOwnerSpeaks() {
    HeldRights banned = holding(mayNot("R1", ANNA, ENTER));
    Right carlas = stamped(may("R2", CARLA, ENTER), new Stamp("Room1", 2));
    HeldRights welcome = banned.with(carlas);
    assertThat(welcome.list()).containsExactly(carlas);
    assertThat(welcome.with(mayNot("R3", ANNA, ENTER))).isEqualTo(welcome);
  }

  @Test
  void aRightIsFoundAndTakenAwayByItsId() {
    HeldRights held = holding(may("R1", ANNA, ENTER), may("R2", CARLA, ENTER));
    assertThat(held.find("R1")).map(Right::giver).contains(ANNA);
    HeldRights without = held.without("R1");
    assertThat(without.find("R1")).isEmpty();
    assertThat(without.grounds(ENTERS, NOON).rights()).extracting(Right::id).containsExactly("R2");
    assertThat(without.without("R1")).isSameAs(without);
    assertThat(held.size()).as("the old value stays as it was").isEqualTo(2);
  }

  @Test
  void theSameGrantTwiceIsOneRight() {
    Right grant = may("R1", ANNA, ENTER);
    assertThat(holding(grant, grant).list()).containsExactly(grant);
  }

  @Test
  void theNewestGroundsTravelAndNoMoreThan32() {
    HeldRights held = HeldRights.NONE;
    for (int i = 0; i < 40; i++) held = held.with(may("R" + i, "Giver" + i, ENTER));
    List<Right> grounds = held.grounds(ENTERS, NOON).rights();
    assertThat(grounds).hasSize(Grounds.MOST);
    assertThat(grounds.get(0).id()).isEqualTo("R39");
    assertThat(requireNonNull(grounds.get(31)).id()).isEqualTo("R8");
  }

  @Test
  void beyondTheBoundAnAdditionIsRefusedButNotAReplacement() {
    List<Right> two = List.of(may("R1", ANNA, ENTER), may("R2", CARLA, ENTER));
    HeldRights full = HeldRights.of(two);
    Right third = may("R3", "Dora", ENTER);
    assertThat(full.refuses(third, 3)).isEmpty();
    assertThat(full.refuses(third, 2))
        .hasValueSatisfying(
            err -> {
              assertThat(err.reason()).isEqualTo(Reason.CLASH);
              assertThat(err.detail()).startsWith("2 Rights are held, which is the most");
            });
    assertThat(full.refuses(may("R4", ANNA, ENTER), 2)).isEmpty();
  }

  @Test
  void nobodyEscapesAMayNotByHoldingTooMuch() {
    HeldRights full = holding(may("R1", ANNA, ENTER), may("R2", CARLA, ENTER));
    Right ban = mayNot("R3", "Dora", ENTER);
    assertThat(full.refuses(ban, 2)).isEmpty();
    HeldRights banned = full.with(ban).with(mayNot("R4", "Emil", ENTER));
    assertThat(banned.refuses(mayNot("R5", "Fritz", ENTER), 2))
        .hasValueSatisfying(err -> assertThat(err.detail()).startsWith("2 May Nots are held"));
  }

  @Test
  void tenThousandRightsAreRebuiltInOrder() {
    List<Right> many =
        new ArrayList<>(
            IntStream.range(0, 10_000)
                .mapToObj(i -> may("R" + i, ANNA, pattern(MM_EMBED, "Persona2", "Room" + i)))
                .toList());
    assertThat(HeldRights.of(many).list()).isEqualTo(many);
  }
}
