package org.mmm.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Counted times")
class LatencyCountsTest {
  private static final long MILLI = 1_000_000;

  @Test
  @DisplayName("have quantiles that are at least the true ones, and at most a quarter too high")
  void quantiles() {
    Random random = new Random(7);
    LatencyCounts counts = new LatencyCounts();
    long[] times = new long[10_000];
    for (int i = 0; i < times.length; i++) {
      times[i] = (long) (MILLI * Math.exp(3 * random.nextGaussian())) + MILLI / 10;
      counts.add(times[i]);
    }
    Arrays.sort(times);
    for (double part : new double[] {0.01, 0.5, 0.9, 0.99, 0.999}) {
      long truth = times[(int) Math.ceil(part * times.length) - 1];
      assertThat(counts.now().quantile(part)).isBetween(truth, truth + truth / 4 + 1);
    }
  }

  @Test
  @DisplayName("of a bound itself belong to the bucket that it ends")
  void bounds() {
    for (long exact : new long[] {1L << 16, 1L << 20, (1L << 20) + (1L << 18), 1L << 30}) {
      LatencyCounts counts = new LatencyCounts();
      counts.add(exact);
      assertThat(counts.now().quantile(1)).isEqualTo(exact);
      counts.add(exact + 1);
      assertThat(counts.now().quantile(1)).isGreaterThan(exact);
    }
  }

  @Test
  @DisplayName("beyond all bounds count with the largest, and below none with the smallest")
  void extremes() {
    LatencyCounts counts = new LatencyCounts();
    counts.add(Long.MAX_VALUE);
    assertThat(counts.now().quantile(0.5)).isEqualTo(1L << 37);
    counts.add(-5);
    counts.add(0);
    assertThat(counts.now().quantile(0.5)).isEqualTo(1L << 16);
    assertThat(counts.now().total()).isEqualTo(3);
  }

  @Test
  @DisplayName("of an interval are those that came in it")
  void since() {
    LatencyCounts counts = new LatencyCounts();
    for (int i = 0; i < 100; i++) counts.add(MILLI);
    Histogram before = counts.now();
    counts.add(1_000 * MILLI);
    Histogram since = counts.now().since(before);
    assertThat(since.total()).isEqualTo(1);
    assertThat(since.quantile(0.5)).isGreaterThanOrEqualTo(1_000 * MILLI);
    assertThat(counts.now().quantile(0.5)).isLessThan(2 * MILLI);
    assertThat(before.since(before).quantile(0.99)).isZero();
    assertThat(before.plus(since).total()).isEqualTo(101);
    assertThat(Histogram.NONE.plus(since).total()).isEqualTo(1);
  }

  @Test
  @DisplayName("have one count more than bounds")
  void shape() {
    assertThatThrownBy(() -> Histogram.of(new long[] {1}, new long[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("counts must be one more than bounds (1), were 1");
  }
}
