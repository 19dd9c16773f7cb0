package org.mmm.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.action.Action.CHANGE;
import static org.mmm.action.Action.IDENTIFY;
import static org.mmm.action.Action.INFORM;
import static org.mmm.action.Action.MM_ANIMATE;
import static org.mmm.action.Action.MM_DISABLE;
import static org.mmm.action.Action.MM_EMBED;
import static org.mmm.action.Action.MM_ENABLE;
import static org.mmm.action.Action.MM_MOVE;
import static org.mmm.action.Action.MM_SEND;
import static org.mmm.action.Action.MU_ACTUATE;
import static org.mmm.action.Action.MU_EMBED;
import static org.mmm.action.Action.POST;
import static org.mmm.action.Action.PROPERTY_CHANGE;
import static org.mmm.rights.Story.ANNA;
import static org.mmm.rights.Story.BRUNO;
import static org.mmm.rights.Story.CARLA;
import static org.mmm.rights.Story.NOON;
import static org.mmm.rights.Story.ROOM;
import static org.mmm.rights.Story.asks;
import static org.mmm.rights.Story.during;
import static org.mmm.rights.Story.given;
import static org.mmm.rights.Story.may;
import static org.mmm.rights.Story.original;
import static org.mmm.rights.Story.pattern;
import static org.mmm.rights.Story.stamped;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.items.DeonticVerb;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;
import org.mmm.pa.With;

@DisplayName("What permits")
class AuthorizationTest {
  private static final ProcessAction BRUNO_ENTERS = asks(BRUNO, MM_EMBED, "Persona2", "Room1");
  private static final Right GRANT = may("R1", ANNA, pattern(MM_EMBED, "Persona2", "Room1"));

  @Nested
  @DisplayName("entering Room1, which Anna owns")
  class Entering {
    @Test
    void itsOwnerNeedsNoRight() {
      assertThat(permits(asks(ANNA, MM_EMBED, "Persona1", "Room1"), ROOM)).isTrue();
    }

    @Test
    void aGuestNeedsOne() {
      assertThat(permits(BRUNO_ENTERS, ROOM)).isFalse();
      assertThat(permits(BRUNO_ENTERS, ROOM, GRANT)).isTrue();
    }

    @Test
    void nobodyNeedsOneWhereItIsPublic() {
      assertThat(permits(BRUNO_ENTERS, Facts.of("Room1", ANNA, 1, true))).isTrue();
    }

    @Test
    void publicIsNotInheritedFromThePlaceAround() {
      Facts inSquare = ROOM.inside(List.of(new Facts.Enclosing("MM-Square", "MI1")));
      assertThat(permits(BRUNO_ENTERS, inSquare)).isFalse();
    }

    @Test
    void theOwnerOfAPlaceAroundItMayEnter() {
      Facts onBrunosParcel =
          ROOM.inside(
              List.of(new Facts.Enclosing("Parcel1", BRUNO), new Facts.Enclosing("Square", "MI1")));
      assertThat(permits(BRUNO_ENTERS, onBrunosParcel)).isTrue();
      assertThat(permits(asks(CARLA, MM_EMBED, "Persona3", "Room1"), onBrunosParcel)).isFalse();
      assertThat(Authorization.enclosingMatters(BRUNO_ENTERS, "Room1")).isTrue();
      assertThat(Authorization.enclosingMatters(BRUNO_ENTERS, "Persona2")).isFalse();
    }

    @Test
    void aTransferRaisesTheEpochSoThatOldGrantsLapse() {
      assertThat(permits(BRUNO_ENTERS, Facts.of("Room1", CARLA, 2, false), GRANT)).isFalse();
      assertThat(permits(BRUNO_ENTERS, Facts.of("Room1", ANNA, 3, false), GRANT))
          .as("nor does it come back with the owner")
          .isFalse();
    }

    @Test
    void aGrantOfSomebodyElseOrStampedElsewhereDoesNotFit() {
      Right carlas = may("R1", CARLA, GRANT.pattern());
      Right ofRoom2 = stamped(GRANT, new Stamp("Room2", 1));
      assertThat(permits(BRUNO_ENTERS, ROOM, carlas)).isFalse();
      assertThat(permits(BRUNO_ENTERS, ROOM, ofRoom2)).isFalse();
    }

    @Test
    void aGrantOutsideItsWindowDoesNotFit() {
      assertThat(permits(BRUNO_ENTERS, ROOM, during(GRANT, new Window(null, NOON)))).isFalse();
      assertThat(permits(BRUNO_ENTERS, ROOM, during(GRANT, new Window(NOON, null)))).isTrue();
    }

    @Test
    void aGrantToEmbedPermitsToMoveInAGrantToMoveDoesNotPermitToEmbed() {
      ProcessAction moves =
          asks(BRUNO, MM_MOVE, Complements.nil("Persona2").withFrom("Square").withTo("Room1"));
      Right toMove = may("R1", ANNA, pattern(MM_MOVE, "Persona2", "Room1"));
      assertThat(permits(moves, ROOM, GRANT)).isTrue();
      assertThat(permits(moves, ROOM, toMove)).isTrue();
      assertThat(permits(BRUNO_ENTERS, ROOM, toMove)).isFalse();
    }

    @Test
    void anOriginalRightNeedsNoStamp() {
      Complements byService = Complements.NONE.withBy("ParcelService");
      Right original = original("R1", Pattern.of(MM_EMBED, byService));
      Facts parcel = Facts.of("Parcel1", "ParcelService", 0, false);
      Complements selects = Complements.nil("Persona2").withAt("Parcel1");
      ProcessAction plain = asks(BRUNO, MM_EMBED, selects);
      assertThat(permits(plain, parcel, original)).isFalse();
      assertThat(permits(asks(BRUNO, MM_EMBED, selects.withBy("PASrvc")), parcel, original))
          .isTrue();
    }

    @Test
    void aRightInARequestsWithIsAWishAndNeverAGround() {
      Complements wishing =
          Complements.nil("Persona2").withAt("Room1").with(List.of(new With.Named("R1", true)));
      assertThat(permits(asks(BRUNO, MM_EMBED, wishing), ROOM)).isFalse();
    }

    @Test
    void aServiceOwnsUnderBothItsNames() {
      Facts parcel = Facts.of("Parcel1", "PASrvc", 0, false);
      assertThat(permits(asks("ParcelService", MM_EMBED, "Sign", "Parcel1"), parcel)).isTrue();
    }
  }

  @Nested
  @DisplayName("using Stream1, which Anna owns")
  class Using {
    private static final Facts STREAM = Facts.of("Stream1", ANNA, 0, false);
    private static final List<Action> USES = List.of(IDENTIFY, MU_ACTUATE, MM_SEND, INFORM);

    @Test
    void takesOwnershipOrPublicityOrAGround() {
      for (Action use : USES) {
        ProcessAction bruno = asks(BRUNO, use, "Stream1");
        Right grant = stamped(may("R1", ANNA, pattern(use, "Stream1")), new Stamp("Stream1", 0));
        assertThat(permits(asks(ANNA, use, "Stream1"), STREAM)).isTrue();
        assertThat(permits(bruno, STREAM)).as(use.title()).isFalse();
        assertThat(permits(bruno, Facts.of("Stream1", ANNA, 0, true))).isTrue();
        assertThat(permits(bruno, STREAM, grant)).isTrue();
        assertThat(permits(bruno, STREAM, original("R2", pattern(use, "Stream1")))).isTrue();
      }
    }

    @Test
    void isNotForTheOwnerOfThePlaceWhereItStands() {
      Facts standing = STREAM.inside(List.of(new Facts.Enclosing("Room2", BRUNO)));
      assertThat(permits(asks(BRUNO, IDENTIFY, "Stream1"), standing)).isFalse();
    }

    @Test
    void byACompositeTakesTheRightToEachOfItsParts() {
      Complements toDevice = Complements.nil("Stream1").withTo("Device2").withAt("ULocation1");
      ProcessAction embeds = asks(BRUNO, MU_EMBED, toDevice);
      Stamp stamp = new Stamp("Stream1", 0);
      Right send = stamped(may("R1", ANNA, pattern(MM_SEND, "Stream1")), stamp);
      Right actuate = stamped(may("R2", ANNA, pattern(MU_ACTUATE, "Stream1")), stamp);
      Decision half = Authorization.decide(embeds, Grounds.of(send), STREAM, NOON);
      assertThat(half.derivation()).extracting(Line::permits).containsExactly(true, false);
      assertThat(permits(embeds, STREAM, send, actuate)).isTrue();
    }
  }

  @Nested
  @DisplayName("changing Persona1, which is Anna's")
  class Changing {
    private static final Facts PERSONA = Facts.of("Persona1", ANNA, 0, false);
    private static final List<Action> CHANGES =
        List.of(MM_EMBED, MM_MOVE, MM_ANIMATE, PROPERTY_CHANGE, MM_ENABLE, MM_DISABLE, POST);

    @Test
    void takesOwnershipOrAGroundThatTheItemHasStamped() {
      for (Action change : CHANGES) {
        Pattern any = pattern(change, "Persona1");
        ProcessAction bruno = asks(BRUNO, change, "Persona1");
        assertThat(permits(asks(ANNA, change, "Persona1"), PERSONA)).isTrue();
        assertThat(permits(bruno, PERSONA)).as(change.title()).isFalse();
        assertThat(permits(bruno, Facts.of("Persona1", ANNA, 0, true))).isFalse();
        assertThat(permits(bruno, PERSONA, original("R1", any))).isFalse();
        Right grant = given("R2", DeonticVerb.MAY, ANNA, any, new Stamp("Persona1", 0));
        assertThat(permits(bruno, PERSONA, grant)).isTrue();
      }
    }

    @Test
    void theOwnerOfAPlaceMayPutAPersonaOutAndNoMore() {
      Facts inRoom =
          Facts.of("Persona2", BRUNO, 0, false).inside(List.of(new Facts.Enclosing("Room1", ANNA)));
      assertThat(permits(asks(ANNA, MM_DISABLE, "Persona2", "Room1"), inRoom)).isTrue();
      assertThat(permits(asks(CARLA, MM_DISABLE, "Persona2", "Room1"), inRoom)).isFalse();
      for (Action change : List.of(MM_MOVE, MM_ANIMATE, MM_ENABLE, PROPERTY_CHANGE)) {
        assertThat(permits(asks(ANNA, change, "Persona2"), inRoom)).as(change.title()).isFalse();
      }
    }
  }

  @Nested
  @DisplayName("granting entry to Room1")
  class Granting {
    @Test
    void isItsOwnersAloneWhateverRightsOthersHold() {
      Complements concerned = Complements.NONE.withOf(BRUNO);
      ProcessAction bruno = asks(BRUNO, CHANGE, concerned);
      assertThat(permits(asks(ANNA, CHANGE, concerned), ROOM)).isTrue();
      assertThat(permits(bruno, ROOM, original("R1", pattern(CHANGE, null)))).isFalse();
      assertThat(permits(bruno, Facts.of("Room1", ANNA, 1, true))).isFalse();
    }
  }

  @Nested
  @DisplayName("the derivation")
  class Derivation {
    @Test
    void namesTheRightItsGiverAndTime() {
      Decision decision = Authorization.decide(BRUNO_ENTERS, Grounds.of(GRANT), ROOM, NOON);
      assertThat(decision.derivation())
          .containsExactly(
              new Line(
                  "Room1",
                  true,
                  GRANT,
                  "Room1 permits: Anna granted on 2026-01-02T03:04:05Z: "
                      + "May Granted MM-Embed Persona2 At Room1"));
      assertThat(decision.status()).isEqualTo(PaStatus.ACK);
    }

    @Test
    void saysWhyEachRightPresentedDoesNotFit() {
      Facts sold = Facts.of("Room1", ANNA, 2, false);
      Right carlas = may("R2", CARLA, GRANT.pattern());
      Decision decision = Authorization.decide(BRUNO_ENTERS, Grounds.of(GRANT, carlas), sold, NOON);
      String sentence =
          "Room1 refuses: Bruno is not its owner (Anna), it is not public, and none of the 2 Rights"
              + " presented fits: the one given by Anna was stamped with epoch 1, the owner's epoch"
              + " is 2; the one given by Carla was stamped with epoch 1, the owner's epoch is 2";
      assertThat(decision.status()).isEqualTo(new PaStatus.Err(Reason.INS_RIGHTS, sentence));
      assertThat(decision.derivation()).containsExactly(new Line("Room1", false, null, sentence));
    }

    @Test
    void namesEveryKindOfMisfit() {
      assertThat(refusal(GRANT, ROOM, NOON, "Persona3")).contains("about \"MM-Embed Persona2");
      assertThat(refusal(during(GRANT, new Window(null, NOON)), ROOM, NOON, "Persona2"))
          .contains("the Right presented does not fit: the one given by Anna does not hold at");
      assertThat(refusal(stamped(GRANT, new Stamp("Room2", 1)), ROOM, NOON, "Persona2"))
          .contains("was confirmed by Room2 alone");
      assertThat(refusal(may("R1", CARLA, GRANT.pattern()), ROOM, NOON, "Persona2"))
          .contains("comes from one who is not the owner");
      Facts persona = Facts.of("Persona2", CARLA, 0, false);
      assertThat(refusal(original("R1", GRANT.pattern()), persona, NOON, "Persona2"))
          .contains("was not confirmed by Persona2");
    }

    @Test
    void saysThatARightWasMissing() {
      assertThat(Authorization.decide(BRUNO_ENTERS, Grounds.NONE, ROOM, NOON).status())
          .isEqualTo(
              PaStatus.err(
                  Reason.INS_RIGHTS,
                  "Room1 refuses: Bruno is not its owner (Anna), it is not public, and no Right was"
                      + " presented"));
    }

    @Test
    void goesOnFromEntityToEntityAndEndsWithTheFirstRefusal() {
      Facts persona = Facts.of("Persona2", BRUNO, 0, false);
      Decision item = Authorization.decide(BRUNO_ENTERS, Grounds.NONE, persona, NOON);
      Decision place = Authorization.decide(BRUNO_ENTERS, Grounds.NONE, ROOM, NOON);
      assertThat(item.and(place).derivation())
          .extracting(Line::entity)
          .containsExactly("Persona2", "Room1");
      assertThat(item.and(place).permitted()).isFalse();
      assertThat(place.and(item)).isEqualTo(place);
    }

    private static String refusal(Right ground, Facts facts, long now, String persona) {
      ProcessAction enters = asks(BRUNO, MM_EMBED, persona, "Room1");
      Decision decision = Authorization.decide(enters, Grounds.of(ground), facts, now);
      assertThat(decision.permitted()).isFalse();
      return decision.derivation().get(0).sentence();
    }
  }

  private static boolean permits(ProcessAction action, Facts facts, Right... grounds) {
    return Authorization.decide(action, Grounds.of(grounds), facts, NOON).permitted();
  }
}
