package org.mmm.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What was not answered is sent again")
class ResendTest {
  private static final Resend RESEND = new Resend(Duration.ofMillis(200), Duration.ofSeconds(1));

  @Test
  @DisplayName("soon at first, then after twice as long each time, up to a bound")
  void backsOff() {
    assertThat(RESEND.pause(1, 0.5)).hasMillis(200);
    assertThat(RESEND.pause(2, 0.5)).hasMillis(400);
    assertThat(RESEND.pause(3, 0.5)).hasMillis(800);
    assertThat(RESEND.pause(4, 0.5)).hasMillis(1_000);
    assertThat(RESEND.pause(1_000_000, 0.5)).hasMillis(1_000);
  }

  @Test
  @DisplayName("a quarter earlier or later by chance, so that many do not come together")
  void isNotInStep() {
    assertThat(RESEND.pause(1, 0)).hasMillis(150);
    assertThat(RESEND.pause(1, 1)).hasMillis(250);
  }

  @Test
  @DisplayName("never without a pause")
  void needsAPause() {
    assertThatThrownBy(() -> Resend.every(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Resend(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .hasMessageContaining("2000 ms");
    assertThat(Resend.every(Duration.ofMillis(1)).pause(1, 0)).hasMillis(1);
  }
}
