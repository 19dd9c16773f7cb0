package org.mmm.node;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of this machine, and later. */
final class LaterClock extends Clock {
  private volatile Duration ahead = Duration.ZERO;

  void later(Duration more) {
    ahead = ahead.plus(more);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("it is always UTC");
  }
}
