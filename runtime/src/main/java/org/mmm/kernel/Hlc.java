package org.mmm.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A hybrid logical time: wall clock for people, a counter so that an effect is never earlier than
 * its cause. Written {@code millis.counter}.
 *
 * @param millis milliseconds since 1970-01-01T00:00Z
 * @param counter orders what falls into the same millisecond, from 0
 */
public record Hlc(long millis, int counter) implements Comparable<Hlc> {
  public static final Hlc ZERO = new Hlc(0, 0);

  /**
   * The next time of a clock that stands at this one, knows that one, and reads that wall clock.
   */
  public Hlc next(Hlc seen, long wall) {
    Hlc last = compareTo(seen) >= 0 ? this : seen;
    return wall > last.millis ? new Hlc(wall, 0) : new Hlc(last.millis, last.counter + 1);
  }

  @Override
  public int compareTo(Hlc other) {
    int byMillis = Long.compare(millis, other.millis);
    return byMillis != 0 ? byMillis : Integer.compare(counter, other.counter);
  }

  @JsonCreator
  public static Hlc parse(String text) {
    int dot = text.indexOf('.');
    return new Hlc(
        Long.parseLong(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
  }

  @JsonValue
  @Override
  public String toString() {
    return millis + "." + counter;
  }
}
