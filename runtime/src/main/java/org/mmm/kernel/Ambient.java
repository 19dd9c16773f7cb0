package org.mmm.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

/**
 * All that a node takes from outside the rules: its clock, its hybrid logical clock, its
 * randomness. One per node; machines never see it, they get a {@link Moment}.
 */
public final class Ambient {
  private final Clock wall;
  private final SecureRandom random = new SecureRandom();
  private final AtomicReference<Hlc> hlc = new AtomicReference<>(Hlc.ZERO);

  public Ambient(Clock wall) {
    this.wall = wall;
  }

  /** A node's real surroundings. */
  public static Ambient system() {
    return new Ambient(Clock.systemUTC());
  }

  /** Milliseconds since 1970-01-01T00:00Z. */
  public long millis() {
    return wall.millis();
  }

  /** Nanoseconds of a clock that only goes forward; only differences mean something. */
  public long nanos() {
    return System.nanoTime();
  }

  /** The next moment, later than every one before and than that one. */
  public Moment moment(Hlc seen) {
    long now = wall.millis();
    return new Moment(now, hlc.updateAndGet(last -> last.next(seen, now)));
  }

  public Moment moment() {
    return moment(Hlc.ZERO);
  }

  /** Random bytes fit for secrets. */
  public byte[] random(int bytes) {
    byte[] out = new byte[bytes];
    random.nextBytes(out);
    return out;
  }

  /** A number from 0 to 1, by chance, and not fit for secrets: it is drawn for each message. */
  public double chance() {
    return ThreadLocalRandom.current().nextDouble();
  }

  /** A name that nobody has, for something of that kind: see {@link MintedName}. */
  public String fresh(String kind) {
    return MintedName.of(kind, random(8));
  }
}
