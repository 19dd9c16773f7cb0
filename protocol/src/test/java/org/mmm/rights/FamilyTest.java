package org.mmm.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.action.Action.IDENTIFY;
import static org.mmm.action.Action.MM_ADD;
import static org.mmm.action.Action.MM_ANIMATE;
import static org.mmm.action.Action.MM_DISABLE;
import static org.mmm.action.Action.MM_EMBED;
import static org.mmm.action.Action.MM_ENABLE;
import static org.mmm.action.Action.MM_MOVE;
import static org.mmm.action.Action.MM_SEND;
import static org.mmm.action.Action.MU_ACTUATE;
import static org.mmm.action.Action.MU_EMBED;
import static org.mmm.action.Action.PROPERTY_CHANGE;
import static org.mmm.action.Action.TRACK;
import static org.mmm.action.Action.UM_ACTUATE;
import static org.mmm.action.Action.UM_ANIMATE;
import static org.mmm.action.Action.UM_CAPTURE;
import static org.mmm.action.Action.UM_EMBED;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;

@DisplayName("Families of verbs: a May is narrow, a May Not is wide")
class FamilyTest {
  @Test
  void mayMmEmbedPermitsMmAddAndMmMoveTheseOnlyThemselves() {
    assertThat(permittedBy(MM_EMBED)).containsExactlyInAnyOrder(MM_EMBED, MM_ADD, MM_MOVE);
    assertThat(permittedBy(MM_ADD)).containsExactly(MM_ADD);
    assertThat(permittedBy(MM_MOVE)).containsExactly(MM_MOVE);
  }

  @Test
  void mayNotOnOnePlacingVerbForbidsThemAllAndWhatIsMadeOfThem() {
    for (Action verb : List.of(MM_EMBED, MM_ADD, MM_MOVE)) {
      assertThat(forbiddenBy(verb))
          .containsExactlyInAnyOrder(MM_EMBED, MM_ADD, MM_MOVE, UM_EMBED, UM_ACTUATE);
    }
  }

  @Test
  void propertyChangePermitsEnablingAndDisablingTheseOnlyThemselves() {
    assertThat(permittedBy(PROPERTY_CHANGE))
        .containsExactlyInAnyOrder(PROPERTY_CHANGE, MM_ENABLE, MM_DISABLE);
    assertThat(permittedBy(MM_ENABLE)).containsExactly(MM_ENABLE);
    assertThat(permittedBy(MM_DISABLE)).containsExactly(MM_DISABLE);
    for (Action verb : List.of(PROPERTY_CHANGE, MM_ENABLE, MM_DISABLE)) {
      assertThat(forbiddenBy(verb))
          .containsExactlyInAnyOrder(PROPERTY_CHANGE, MM_ENABLE, MM_DISABLE);
    }
  }

  @Test
  void aCompositeStandsForItsParts() {
    assertThat(Family.parts(MU_EMBED)).containsExactly(MM_SEND, MU_ACTUATE);
    assertThat(Family.parts(UM_ANIMATE)).containsExactly(UM_CAPTURE, IDENTIFY, MM_ANIMATE);
    assertThat(Family.parts(UM_EMBED)).containsExactly(UM_CAPTURE, IDENTIFY, MM_ADD);
    assertThat(Family.parts(UM_ACTUATE)).isEqualTo(Family.parts(UM_EMBED));
    assertThat(Family.parts(TRACK)).containsExactly(UM_CAPTURE, IDENTIFY, MM_ANIMATE, MU_ACTUATE);
  }

  @Test
  void everyCompositeOfTheActionTableHasPartsAndEveryPartIsElementary() {
    for (Action verb : Action.values()) {
      List<Action> parts = Family.parts(verb);
      if (verb.composite()) assertThat(parts).as(verb.title()).hasSizeGreaterThan(1);
      else assertThat(parts).containsExactly(verb);
      assertThat(parts).noneMatch(Action::composite);
    }
  }

  @Test
  void theHeadOfAFamilyIsItsOwnHead() {
    for (Action verb : Action.values()) {
      assertThat(Family.head(Family.head(verb))).isEqualTo(Family.head(verb));
    }
  }

  private static List<Action> permittedBy(Action may) {
    return Arrays.stream(Action.values()).filter(asked -> Family.permits(may, asked)).toList();
  }

  private static List<Action> forbiddenBy(Action mayNot) {
    return Arrays.stream(Action.values()).filter(asked -> Family.forbids(mayNot, asked)).toList();
  }
}
