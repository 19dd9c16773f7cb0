package org.mmm.script;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** A unit of time, written behind a number without a blank. */
public enum TimeUnit {
  MILLIS("ms", 1),
  SECONDS("s", 1_000),
  MINUTES("m", 60_000),
  HOURS("h", 3_600_000);

  private final String suffix;
  private final BigDecimal millis;

  TimeUnit(String suffix, long millis) {
    this.suffix = suffix;
    this.millis = BigDecimal.valueOf(millis);
  }

  public String suffix() {
    return suffix;
  }

  static Optional<TimeUnit> of(String suffix) {
    return Arrays.stream(values()).filter(u -> u.suffix.equals(suffix)).findFirst();
  }

  BigDecimal millis(BigDecimal count) {
    return count.multiply(millis);
  }

  /**
   * That many of it, to the millisecond.
   *
   * @throws IllegalArgumentException if negative or above {@link ScriptLimits#LONGEST_WAIT}
   */
  public Duration duration(BigDecimal count) {
    BigDecimal exact = millis(count);
    BigDecimal longest = BigDecimal.valueOf(ScriptLimits.LONGEST_WAIT.toMillis());
    if (exact.signum() < 0 || exact.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "a time is 0 to "
              + ScriptLimits.LONGEST_WAIT.toHours()
              + "h, was "
              + count.toPlainString()
              + suffix);
    }
    return Duration.ofMillis(exact.setScale(0, RoundingMode.HALF_UP).longValueExact());
  }
}
