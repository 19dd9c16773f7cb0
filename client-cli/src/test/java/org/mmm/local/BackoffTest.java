package org.mmm.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pause before a process is started again")
class BackoffTest {
  @Test
  void growsToABound() {
    assertThat(Backoff.after(1, 75)).contains(Duration.ofSeconds(1));
    assertThat(Backoff.after(3, 1)).contains(Duration.ofSeconds(4));
    assertThat(Backoff.after(6, 137)).contains(Duration.ofSeconds(30));
    assertThat(Backoff.after(20, 7)).contains(Duration.ofSeconds(30));
  }

  @Test
  void endsSomeTime() {
    assertThat(Backoff.after(21, 7)).isEmpty();
    assertThat(Backoff.after(1, 2)).isEmpty();
  }
}
