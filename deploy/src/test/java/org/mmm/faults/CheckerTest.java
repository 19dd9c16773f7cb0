package org.mmm.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The checker")
class CheckerTest {
  private static final Deed TO_PARK = new Deed.Move("Ball", "Park");
  private static final Deed TO_CLUB = new Deed.Move("Ball", "Club");
  private static final Deed MAY = new Deed.Allow("Anna", "Ball", "Club", true);
  private static final Deed MAY_NOT = new Deed.Allow("Anna", "Ball", "Club", false);
  private static final Deed OFFER = new Deed.Offer("Ball", "Bruno");
  private static final Deed TAKE = new Deed.Take("Ball", "Anna");

  /** Anna's Ball in the Yard. */
  private static Recorder ball() {
    return new Recorder()
        .place("Yard", 0, true)
        .place("Park", 1, true)
        .place("Club", 0, false)
        .item("Ball", "Anna", "Yard");
  }

  private static void good(Recorder recorder) {
    assertThat(Checker.broken(recorder.history())).isEmpty();
  }

  private static void bad(Recorder recorder, String why) {
    assertThat(Checker.broken(recorder.history())).singleElement().asString().contains(why);
  }

  @Nested
  @DisplayName("accepts")
  class Accepts {
    @Test
    void aMoveThatIsSeen() {
      good(ball().ok("Anna", TO_PARK).sees("Ball", "Anna", "Park").ends("Ball", "Anna", "Park"));
    }

    @Test
    void eitherSightWhileItMoves() {
      good(
          ball()
              .ok("Anna", TO_PARK, 1, 10)
              .sees("Ball", "Anna", "Yard", 2, 3)
              .sees("Ball", "Anna", "Park", 4, 5)
              .ends("Ball", "Anna", "Park"));
    }

    @Test
    void anUnknownMoveThatTakesEffectLaterOrNever() {
      good(
          ball()
              .unknown("Anna", TO_PARK)
              .sees("Ball", "Anna", "Yard")
              .sees("Ball", "Anna", "Park")
              .ends("Ball", "Anna", "Park"));
      good(ball().unknown("Anna", TO_PARK).sees("Ball", "Anna", "Yard"));
    }

    @Test
    void aHandOverByOffer() {
      good(
          ball()
              .ok("Anna", OFFER)
              .ok("Bruno", TAKE)
              .refused("Anna", TO_PARK, "InsRights")
              .ok("Bruno", TO_PARK)
              .ends("Ball", "Bruno", "Park"));
    }

    @Test
    void aUseThatOverlapsItsRevocation() {
      good(
          ball()
              .ok("Anna", MAY)
              .ok("Carla", MAY_NOT, 10, 20)
              .ok("Anna", TO_CLUB, 11, 19)
              .ends("Ball", "Anna", "Club"));
    }

    @Test
    void aMessageOnce() {
      good(ball().ok("Anna", new Deed.Send("M1", "Bruno")));
    }
  }

  @Nested
  @DisplayName("refuses")
  class Refuses {
    @Test
    void anAcknowledgedMoveThatIsLost() {
      bad(ball().ok("Anna", TO_PARK).sees("Ball", "Anna", "Yard"), "no order explains");
    }

    @Test
    void aMoveThatTakesEffectTwice() {
      bad(
          ball()
              .ok("Anna", TO_PARK)
              .ok("Anna", new Deed.Move("Ball", "Yard"))
              .sees("Ball", "Anna", "Park"),
          "no order explains");
    }

    @Test
    void twoOwners() {
      bad(
          ball()
              .ok("Anna", OFFER)
              .ok("Bruno", TAKE)
              .ok("Anna", TO_PARK)
              .ends("Ball", "Bruno", "Park"),
          "no order explains");
    }

    @Test
    void aTakeoverWithoutAnOffer() {
      bad(ball().ok("Bruno", TAKE).ends("Ball", "Bruno", "Yard"), "no order explains");
    }

    @Test
    void aUseAfterTheRevocation() {
      bad(
          ball()
              .ok("Carla", MAY)
              .ok("Carla", MAY_NOT)
              .ok("Anna", TO_CLUB)
              .ends("Ball", "Anna", "Club"),
          "no order explains");
    }

    @Test
    void anUnknownUseThatTakesEffectAfterTheRevocation() {
      bad(
          ball()
              .ok("Carla", MAY)
              .unknown("Anna", TO_CLUB)
              .ok("Carla", MAY_NOT)
              .sees("Ball", "Anna", "Yard")
              .ends("Ball", "Anna", "Club"),
          "no order explains");
    }

    @Test
    void aSightThatGoesBack() {
      bad(
          ball()
              .ok("Anna", TO_PARK, 1, 10)
              .sees("Ball", "Anna", "Park", 2, 3)
              .sees("Ball", "Anna", "Yard", 4, 5)
              .ends("Ball", "Anna", "Park"),
          "no order explains");
    }

    @Test
    void aPlaceThatIsOverfull() {
      Recorder both = ball().item("Kite", "Bruno", "Yard").ok("Anna", TO_PARK);
      bad(
          both.ok("Bruno", new Deed.Move("Kite", "Park"))
              .ok("Anna", new Deed.Move("Ball", "Yard"))
              .ends("Kite", "Bruno", "Park"),
          "2 Items in 1 seats");
    }

    @Test
    void whatIsInNoLog() {
      bad(ball().ok("Anna", OFFER).log("Anna", false), "in no log");
    }

    @Test
    void whatIsInALogTwice() {
      bad(ball().ok("Anna", OFFER).log("Anna", true), "twice");
    }

    @Test
    void aMessageThatNeverCame() {
      bad(ball().ok("Anna", new Deed.Send("M1", "Bruno")).log("Bruno", false), "received 0 times");
    }

    @Test
    void aMessageThatCameTwice() {
      bad(ball().ok("Anna", new Deed.Send("M1", "Bruno")).log("Bruno", true), "received 2 times");
    }

    @Test
    void aMessageRefusedForItsOwnName() {
      bad(ball().refused("Anna", new Deed.Send("M1", "Bruno"), "Clash"), "without a reason");
    }
  }

  @Test
  @DisplayName("tells what failed while nothing may fail")
  void failed() {
    assertThat(Checker.failed(ball().unknown("Anna", TO_PARK).history())).hasSize(1);
    assertThat(Checker.failed(ball().refused("Anna", TO_PARK, "Unable").history())).hasSize(1);
    assertThat(Checker.failed(ball().refused("Anna", TO_PARK, "Clash").history())).isEmpty();
  }
}
