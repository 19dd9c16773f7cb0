package org.mmm.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.frame.Pose;
import org.mmm.kernel.Address;
import org.mmm.kernel.Appearance;
import org.mmm.kernel.Attitude;
import org.mmm.kernel.CallId;
import org.mmm.rooms.Seat;

@DisplayName("A checkpoint of a Room in which Anna walked away from where she was placed")
class PositionsTest {
  private static final Pose WALKED = new Pose(-300, 65_535, 32_767, 65_535, 255, 200);
  private final Map<String, Seat> seats =
      Map.of("Anna1", seat("Anna1", 1, 0), "Bruno1", seat("Bruno1", 2, 3));
  private final byte[] kept =
      Positions.write(seats, item -> item.equals("Anna1") ? WALKED : pose(item));

  @Test
  void bringsHerBackToWhereSheStood() {
    assertThat(Positions.read(kept, seats)).containsExactly(Map.entry("Anna1", WALKED));
  }

  @Test
  void keepsNothingOfBrunoWhoStandsWhereHeWasPlaced() {
    assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
        .contains("Anna1")
        .doesNotContain("Bruno1");
  }

  @Test
  void countsNoMoreWhenSheWasPlacedAnewOrCameAgainOrHasLeft() {
    assertThat(Positions.read(kept, Map.of("Anna1", seat("Anna1", 1, 5)))).isEmpty();
    assertThat(Positions.read(kept, Map.of("Anna1", seat("Anna1", 9, 0)))).isEmpty();
    assertThat(Positions.read(kept, Map.of())).isEmpty();
  }

  @Test
  void canBeEmptyOrOfAnotherVersion() {
    assertThat(Positions.read(new byte[0], seats)).isEmpty();
    kept[0] = 2;
    assertThat(Positions.read(kept, seats)).isEmpty();
  }

  private Pose pose(String item) {
    return Positions.placed(java.util.Objects.requireNonNull(seats.get(item)));
  }

  private static Seat seat(String item, long move, double x) {
    return new Seat(
        item,
        "Persona",
        0,
        new Attitude(x, 0, 0, 0, 0, 0),
        new CallId(Address.process("Anna"), move, 0),
        Appearance.PLAIN,
        "Anna");
  }
}
