package org.mmm.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A hybrid logical clock")
class HlcTest {
  @Test
  void followsTheWall() {
    assertThat(new Hlc(5, 9).next(Hlc.ZERO, 6)).isEqualTo(new Hlc(6, 0));
  }

  @Test
  void countsWhileTheWallStandsOrGoesBack() {
    assertThat(new Hlc(5, 9).next(Hlc.ZERO, 5)).isEqualTo(new Hlc(5, 10));
    assertThat(new Hlc(5, 9).next(Hlc.ZERO, 1)).isEqualTo(new Hlc(5, 10));
  }

  @Property
  void isLaterThanAllThatItKnows(
      @ForAll @LongRange(max = 9) long mine,
      @ForAll @LongRange(max = 9) long seen,
      @ForAll @LongRange(max = 9) long wall,
      @ForAll @IntRange(max = 3) int counter) {
    Hlc last = new Hlc(mine, counter);
    Hlc other = new Hlc(seen, 3 - counter);

    assertThat(last.next(other, wall)).isGreaterThan(last).isGreaterThan(other);
    assertThat(last.next(other, wall).millis()).isGreaterThanOrEqualTo(wall);
    assertThat(Hlc.parse(last.toString())).isEqualTo(last);
  }
}
