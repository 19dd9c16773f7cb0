package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.kernel.Ambient;

@DisplayName("Since when the lease is as it is")
class LeaseWatchTest {
  /** A clock that is set. */
  private static final class SetClock extends Clock {
    private long millis = 1_000;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis);
    }
  }

  private final SetClock clock = new SetClock();
  private boolean held = true;

  @Test
  @DisplayName("is when it was first seen so, and not when it was seen again")
  void since() {
    LeaseWatch watch = new LeaseWatch(() -> held, new Ambient(clock));
    clock.millis = 2_000;
    assertThat(watch.held()).isTrue();
    assertThat(watch.since()).isEqualTo(1_000);
    held = false;
    assertThat(watch.held()).isFalse();
    clock.millis = 3_000;
    assertThat(watch.held()).isFalse();
    assertThat(watch.since()).isEqualTo(2_000);
    held = true;
    assertThat(watch.held()).isTrue();
    assertThat(watch.since()).isEqualTo(3_000);
  }
}
