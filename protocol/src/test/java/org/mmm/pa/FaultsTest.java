package org.mmm.pa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mmm.action.Action;
import org.mmm.action.Edition;

@DisplayName("A sentence")
class FaultsTest {
  static final Complements INTO_ROOM1 = Complements.nil("Persona1").withAt("Room1");

  @Test
  void isWithoutFaultAsItsActionTakesIt() {
    assertThat(Faults.of(says(Action.MM_EMBED, INTO_ROOM1))).isEmpty();
  }

  @Test
  void needsWhatItsActionNeeds() {
    assertThat(fault(Action.MM_EMBED, Complements.nil("Persona1")))
        .isEqualTo("MM-Embed needs At; it takes Nil At [By] [From] [With]");
  }

  @Test
  void takesNothingElse() {
    assertThat(fault(Action.MM_EMBED, INTO_ROOM1.withOf("Anna")))
        .isEqualTo("MM-Embed takes no Of; it takes Nil At [By] [From] [With]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-Room", "Room 1", "Room\n1", "<b>", "\u0000"})
  void namesThingsByIds(String id) {
    assertThat(fault(Action.MM_EMBED, INTO_ROOM1.withAt(id))).startsWith("after At stands no ID");
  }

  @Test
  void takesIdsOf128Characters() {
    assertThat(Faults.of(says(Action.MM_EMBED, INTO_ROOM1.withAt("x".repeat(128))))).isEmpty();
    assertThat(fault(Action.MM_EMBED, INTO_ROOM1.withAt("x".repeat(129))))
        .hasSizeLessThan(160)
        .contains("...");
  }

  @Test
  void takesSixteenOfEach() {
    String[] sixteen = Collections.nCopies(16, "Room1").toArray(String[]::new);
    String[] more = Collections.nCopies(17, "Room1").toArray(String[]::new);
    List<With> items = Collections.nCopies(17, new With.Named("Data1", false));

    assertThat(Faults.of(says(Action.MM_EMBED, INTO_ROOM1.withAt(sixteen)))).isEmpty();
    assertThat(fault(Action.MM_EMBED, INTO_ROOM1.withAt(more))).contains("at most 16", "got 17");
    assertThat(fault(Action.MM_EMBED, INTO_ROOM1.with(items))).contains("at most 16", "got 17");
  }

  @Test
  void ofChangeNamesTheHolder() {
    Complements rights = Complements.NONE.with(List.of(new With.Named("Rights1", true)));

    assertThat(fault(Action.CHANGE, rights)).contains("needs Of");
    assertThat(Faults.of(says(Action.CHANGE, rights.withOf("Bruno")))).isEmpty();
    assertThat(Faults.of(says(Action.CHANGE, rights.withNil("Bruno")))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void isWithoutFaultWithAllThatAnyActionTakes(Action action) {
    Complements all = Complements.NONE;
    for (var slot : action.slots()) {
      all =
          switch (slot.preposition()) {
            case NIL -> all.withNil("A1");
            case AT -> all.withAt("B1");
            case BY -> all.withBy("C1");
            case FROM -> all.withFrom("D1");
            case TO -> all.withTo("E1");
            case OF -> all.withOf("F1");
            case WITH -> all.with(List.of(new With.Named("G1", false)));
            case INTO -> all;
          };
    }

    assertThat(Faults.of(says(action, all))).isEmpty();
  }

  private static String fault(Action action, Complements said) {
    PaStatus.Err err = Faults.of(says(action, said)).orElseThrow();
    assertThat(err.reason()).isEqualTo(Reason.FAULTY_PA);
    return err.detail();
  }

  private static ProcessAction says(Action action, Complements said) {
    return new ProcessAction("Anna", action, Edition.ARC_1_2, said);
  }
}
