package org.mmm.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.rooms.Telling.at;
import static org.mmm.rooms.Telling.embeds;
import static org.mmm.rooms.Telling.persona;
import static org.mmm.rooms.Telling.solid;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mmm.kernel.Args;
import org.mmm.kernel.Attitude;
import org.mmm.kernel.Finding;
import org.mmm.pa.PaStatus;

@DisplayName("A parcel of 12 m by 12 m that belongs to Anna")
class SeatRulesTest {
  final Place parcel = Place.founded("Parcel1", Telling.place("Parcel", "Anna", false, 12, 0));
  long seq;

  @ParameterizedTest(name = "a Persona at ({0}, {1}, {2}): {3}")
  @CsvSource({
    "6, 0, 6, Ack",
    "-6, 0, -6, Ack",
    "6.01, 0, 0, MLocOOR",
    "0, 0, -6.01, MLocOOR",
    "0, 1000, 0, Ack",
    "0, 1000.1, 0, MLocOOR",
    "0, -0.1, 0, MLocOOR"
  })
  void reachesToItsWallsAndAThousandMetresHigh(double x, double y, double z, String status) {
    assertThat(told(enter(at(x, y, z, persona("Persona1"))))).isEqualTo(status);
  }

  @ParameterizedTest(name = "a room of 4 m at ({0}, {1}): {2}")
  @CsvSource({"4, 4, Ack", "4.01, 0, MLocOOR", "0, -4.01, MLocOOR"})
  void holdsARoomWithAllItsFloor(double x, double z, String status) {
    assertThat(told(enter(at(x, 0, z, solid("Room1", 4, null))))).isEqualTo(status);
  }

  @Test
  void takesARoomThatIsTurnedForTheSquareAroundIt() {
    var turned = new Attitude(3.5, 0, 0, 45, 0, 0);
    assertThat(told(enter(solid("Room1", 4, turned)))).isEqualTo("MLocOOR");
    assertThat(told(enter(solid("Room1", 4, new Attitude(3.5, 0, 0, 90, 0, 0))))).isEqualTo("Ack");
  }

  @ParameterizedTest(name = "another of 4 m at ({0}, {1}): {2}")
  @CsvSource({"0, 0, Clash", "3.9, 3.9, Clash", "4, 0, Ack", "0, -4, Ack"})
  void holdsNoTwoRoomsInOneSpot(double x, double z, String status) {
    enter(at(0, 0, 0, solid("Room1", 4, null)));
    assertThat(told(enter(at(x, 0, z, solid("Room2", 4, null))))).isEqualTo(status);
  }

  @Test
  void letsARoomBeShiftedOverItsOwnSpot() {
    enter(at(0, 0, 0, solid("Room1", 4, null)));
    assertThat(told(enter(at(1, 0, 0, solid("Room1", 4, null))))).isEqualTo("Ack");
    assertThat(parcel.state().seats()).hasSize(1);
  }

  @Test
  void letsPersonaeWalkThroughEachOtherAndThroughWalls() {
    enter(at(0, 0, 0, solid("Room1", 4, null)));
    assertThat(told(enter(at(0, 0, 0, persona("Persona1"))))).isEqualTo("Ack");
    assertThat(told(enter(at(0, 0, 0, persona("Persona2"))))).isEqualTo("Ack");
  }

  @Test
  void givesEverybodyASpotOfTheirOwnWhoDoesNotChoose() {
    enter(at(0, 0, 0, solid("Room1", 4, null)));
    Set<Attitude> spots = new HashSet<>();
    for (int i = 0; i < 140; i++) {
      enter(persona("Persona" + i));
      spots.add(seat("Persona" + i).attitude());
    }
    assertThat(spots).hasSize(140);
    var room = seat("Room1").footprint();
    assertThat(spots).noneMatch(s -> Footprint.of(s, 0).overlaps(room));
    assertThat(spots).allMatch(s -> Footprint.of(s, 0).within(12));
  }

  @Test
  void putsPersonaeInTheMiddleWhenNoSpotIsLeft() {
    Place closet = Place.founded("Closet", Telling.place("Room", "Anna", false, 1, 0));
    for (int i = 1; i <= 2; i++) {
      String item = "Persona" + i;
      closet.admit(embeds("Anna", i, item, "Closet"), persona(item));
    }
    assertThat(closet.state().seats().values())
        .extracting(Seat::attitude)
        .containsOnly(Attitude.ORIGIN);
  }

  @Test
  void findsASpotForARoomOrSaysThatThereIsNone() {
    for (int i = 1; i <= 9; i++) {
      assertThat(told(enter(solid("Room" + i, 4, null)))).as("Room" + i).isIn("Ack", "Clash");
    }
    assertThat(told(enter(solid("Hall", 13, null)))).isEqualTo("MLocOOR");
    assertThat(parcel.state().seats()).hasSizeGreaterThan(3);
    for (Seat one : parcel.state().seats().values()) {
      for (Seat other : parcel.state().seats().values()) {
        if (!one.equals(other)) assertThat(one.footprint().overlaps(other.footprint())).isFalse();
      }
    }
  }

  @Test
  void doesNotStandInItselfNorInWhatStandsInIt() {
    assertThat(told(enter(solid("Parcel1", 4, null)))).isEqualTo("Clash");
  }

  private Finding enter(Args.Admission wish) {
    return parcel.admit(embeds("Anna", ++seq, wish.item(), "Parcel1"), wish);
  }

  private Seat seat(String item) {
    Seat seat = parcel.state().seats().get(item);
    if (seat == null) throw new AssertionError(item + " has no seat");
    return seat;
  }

  private static String told(Finding finding) {
    return finding.status() instanceof PaStatus.Err e ? e.reason().wireName() : "Ack";
  }
}
