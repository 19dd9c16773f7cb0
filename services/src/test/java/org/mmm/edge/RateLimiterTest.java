package org.mmm.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateLimiterTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void letsABurstPassAndThenTheRate() {
    RateLimiter limiter = new RateLimiter(2, 3, 10);
    for (int i = 0; i < 3; i++) assertThat(limiter.take("a", 0)).isZero();
    assertThat(limiter.take("a", 0)).isEqualTo(1);
    assertThat(limiter.take("a", SECOND / 2)).isZero();
    assertThat(limiter.take("a", SECOND / 2)).isPositive();
  }

  @Test
  void limitsEachCallerApart() {
    RateLimiter limiter = new RateLimiter(1, 1, 10);
    assertThat(limiter.take("a", 0)).isZero();
    assertThat(limiter.take("b", 0)).isZero();
    assertThat(limiter.take("a", 0)).isPositive();
  }

  @Test
  void forgetsWhoWasSilentLongest() {
    RateLimiter limiter = new RateLimiter(1, 1, 1);
    assertThat(limiter.take("a", 0)).isZero();
    assertThat(limiter.take("b", 0)).isZero();
    assertThat(limiter.take("a", 0)).isZero();
  }
}
