package org.mmm.kernel;

import java.time.Duration;

/**
 * When a message that was not answered is sent again. The first time soon, because an entity that
 * moved is there again soon; then less and less often, and never in step with others, because one
 * that is overloaded must not be asked more for it.
 *
 * @param first before the second sending; from 1 ms
 * @param most no pause is longer, but for the quarter that chance may add; at least {@code first}
 */
public record Resend(Duration first, Duration most) {
  private static final int DOUBLINGS_AT_MOST = 20;

  public Resend {
    if (first.toMillis() < 1 || most.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "a message is sent again after 1 ms or more, and later at most every "
              + most.toMillis()
              + " ms; first was "
              + first.toMillis()
              + " ms");
    }
  }

  /** The same pause each time, where an answer takes long by its nature. */
  public static Resend every(Duration pause) {
    return new Resend(pause, pause);
  }

  /**
   * The pause before the next sending.
   *
   * @param sent how often it was sent already, from 1
   * @param chance from 0 to 1; 0.5 for no deviation
   */
  public Duration pause(int sent, double chance) {
    long doubled = first.toMillis() << Math.min(sent - 1, DOUBLINGS_AT_MOST);
    long bounded = Math.min(doubled, most.toMillis());
    return Duration.ofMillis(Math.max(1, Math.round(bounded * (0.75 + chance / 2))));
  }
}
