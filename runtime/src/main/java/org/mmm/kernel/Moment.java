package org.mmm.kernel;

/**
 * When a machine decides: all it ever learns of time.
 *
 * @param millis the node's wall clock, milliseconds since 1970-01-01T00:00Z
 * @param hlc the hybrid logical time that its events carry
 */
public record Moment(long millis, Hlc hlc) {
  public static Moment of(Hlc hlc) {
    return new Moment(hlc.millis(), hlc);
  }
}
