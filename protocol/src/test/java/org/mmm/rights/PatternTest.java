package org.mmm.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mmm.action.Action.CHANGE;
import static org.mmm.action.Action.MM_ANIMATE;
import static org.mmm.action.Action.MM_EMBED;
import static org.mmm.action.Action.MM_MOVE;
import static org.mmm.action.Action.MM_SEND;
import static org.mmm.action.Action.MU_ACTUATE;
import static org.mmm.action.Action.MU_EMBED;
import static org.mmm.action.Action.UM_CAPTURE;
import static org.mmm.rights.Story.ANNA;
import static org.mmm.rights.Story.BRUNO;
import static org.mmm.rights.Story.asks;
import static org.mmm.rights.Story.pattern;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.pa.Complements;
import org.mmm.pa.ProcessAction;

@DisplayName("A pattern is a Process Action with open slots")
class PatternTest {
  private static final Pattern PERSONA_AT_ROOM = pattern(MM_EMBED, "Persona2", "Room1");

  @Test
  void toAndAtAreOneSlot() {
    ProcessAction to =
        asks(BRUNO, MM_MOVE, Complements.nil("Persona2").withFrom("Square").withTo("Room1"));
    assertThat(PERSONA_AT_ROOM.permits(to)).isTrue();
    assertThat(PERSONA_AT_ROOM.forbids(to)).isTrue();
  }

  @Test
  void anOpenSlotMatchesAnything() {
    Pattern anything = pattern(MM_EMBED, null);
    assertThat(anything.permits(asks(BRUNO, MM_EMBED, "Cup", "Room9"))).isTrue();
    assertThat(anything.forbids(asks(BRUNO, MM_EMBED, "Cup", "Room9"))).isTrue();
  }

  @Test
  void anotherObjectPlaceOrSubjectDoesNotMatch() {
    for (ProcessAction other :
        new ProcessAction[] {
          asks(BRUNO, MM_EMBED, "Persona3", "Room1"), asks(BRUNO, MM_EMBED, "Persona2", "Room2")
        }) {
      assertThat(PERSONA_AT_ROOM.permits(other)).isFalse();
      assertThat(PERSONA_AT_ROOM.forbids(other)).isFalse();
    }
    Pattern annasOnly = PERSONA_AT_ROOM.forSubject(ANNA);
    assertThat(annasOnly.permits(asks(BRUNO, MM_EMBED, "Persona2", "Room1"))).isFalse();
    assertThat(annasOnly.permits(asks(ANNA, MM_EMBED, "Persona2", "Room1"))).isTrue();
  }

  @Test
  void whatARequestLeavesOpenIsReadAgainstIt() {
    Pattern inRoom = pattern(MM_ANIMATE, "Persona2", "Room1");
    ProcessAction somewhere = asks(BRUNO, MM_ANIMATE, "Persona2");
    assertThat(inRoom.permits(somewhere)).isFalse();
    assertThat(inRoom.forbids(somewhere)).isTrue();
  }

  @Test
  void ofSeveralPlacesEachMustBePermittedAndOneForbiddenIsEnough() {
    ProcessAction both = asks(ANNA, MM_SEND, Complements.nil("Message1").withTo("Bruno", "Carla"));
    Pattern toBruno = pattern(MM_SEND, null, "Bruno");
    assertThat(toBruno.permits(both)).isFalse();
    assertThat(toBruno.forbids(both)).isTrue();
    assertThat(pattern(MM_SEND, null, "Carla", "Bruno", "Dora").permits(both)).isTrue();
  }

  @Test
  void aServiceHasANameInEachEdition() {
    Complements toParcels = Complements.nil("Persona1").withAt("Parcel1").withBy("ParcelService");
    Pattern byParcelService = Pattern.of(MM_EMBED, toParcels);
    assertThat(byParcelService.permits(asks(ANNA, MM_EMBED, toParcels.withBy("PASrvc")))).isTrue();
    assertThat(pattern(MM_SEND, null, "PRSrvc"))
        .isEqualTo(pattern(MM_SEND, null, "ActivityService"));
  }

  @Test
  void rightsChangeNamesWhomItConcernsAfterOfOrAsObject() {
    Pattern ofBruno = Pattern.of(CHANGE, Complements.NONE.withOf(BRUNO));
    ProcessAction tec = asks(ANNA, CHANGE, Complements.nil(BRUNO));
    assertThat(ofBruno.forbids(tec)).isTrue();
    assertThat(ofBruno.permits(tec)).isTrue();
    assertThat(ofBruno.forbids(asks(ANNA, CHANGE, Complements.nil("Carla")))).isFalse();
    assertThat(Pattern.of(CHANGE, Complements.nil(BRUNO)).canonical())
        .isEqualTo(ofBruno.canonical());
  }

  @Test
  void aMayOnACompositePermitsItAndItsPartsAMayOnAPartOnlyThatPart() {
    ProcessAction whole =
        asks(ANNA, MU_EMBED, Complements.nil("Persona1").withTo("Device1").withAt("ULocation1"));
    ProcessAction part = asks(ANNA, MU_ACTUATE, "Persona1", "ULocation1");
    assertThat(pattern(MU_EMBED, "Persona1").permits(whole)).isTrue();
    assertThat(pattern(MU_EMBED, "Persona1").permits(part)).isTrue();
    assertThat(pattern(MU_ACTUATE, "Persona1").permits(whole)).isFalse();
    assertThat(pattern(MU_ACTUATE, "Persona1").forbids(whole)).isTrue();
    assertThat(pattern(MU_EMBED, "Persona1").forbids(part)).isTrue();
  }

  @Test
  void theOwnerOfThePlaceMayGrantPlacingThereTheOwnerOfTheItemTheRest() {
    assertThat(PERSONA_AT_ROOM.target()).contains("Room1");
    assertThat(pattern(MM_MOVE, "Chair").target()).contains("Chair");
    assertThat(pattern(MU_ACTUATE, "Persona2", "ULocation1").target()).contains("Persona2");
    assertThat(pattern(UM_CAPTURE, null, "ULocation1").target()).contains("ULocation1");
    assertThat(pattern(MM_EMBED, null).target()).isEmpty();
  }

  @Test
  void theCanonicalPatternIsTheSameForTheFamilyAndForToAndAt() {
    Pattern moved = Pattern.of(MM_MOVE, Complements.nil("Persona2").withTo("Room1"));
    assertThat(moved.canonical()).isEqualTo(PERSONA_AT_ROOM.canonical());
    assertThat(pattern(MM_MOVE, "Persona2", "Room2").canonical()).isNotEqualTo(moved.canonical());
  }

  @Test
  void itReadsAsASentence() {
    Complements said =
        Complements.nil("Persona2").withAt("Room1").withFrom("Square").withBy("LCSrvc");
    assertThat(Pattern.of(Action.MM_EMBED, said).forSubject(BRUNO).sentence())
        .isEqualTo("Bruno MM-Embed Persona2 At Room1 From Square By LocationService");
    assertThat(new Pattern(null, MM_SEND, null, Set.of("Carla", "Bruno"), Set.of(), null, null))
        .extracting(Pattern::sentence)
        .isEqualTo("MM-Send At Bruno, Carla");
  }

  @Test
  void itNamesOneServiceAtMost() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pattern.of(MM_EMBED, Complements.NONE.withBy("A", "B")))
        .withMessageContaining("one Service");
  }
}
