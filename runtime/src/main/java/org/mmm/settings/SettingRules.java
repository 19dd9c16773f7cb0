package org.mmm.settings;

import java.time.Duration;

/**
 * The rules of the settings under one path. What breaks one is refused in the same words
 * everywhere: which setting, what it must be, what it was. Times are told in milliseconds.
 *
 * @param under the path of the settings, such as {@code mmm.edge}
 */
public record SettingRules(String under) {
  /**
   * @param least the smallest value that is allowed
   * @param most the largest one
   * @throws IllegalArgumentException if the value is below or above
   */
  public void between(String key, long value, long least, long most) {
    between(key, value, least, most, "");
  }

  /**
   * @param least the shortest time that is allowed
   * @param most the longest one
   * @throws IllegalArgumentException if the value is below or above
   */
  public void between(String key, Duration value, Duration least, Duration most) {
    boolean holds = value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    require(
        holds,
        key,
        "from " + least.toMillis() + " to " + most.toMillis() + " ms",
        value.toMillis() + " ms");
  }

  /**
   * @param least the smallest number of bytes that is allowed
   * @param most the largest one
   * @throws IllegalArgumentException if the value is below or above
   */
  public void bytesBetween(String key, long value, long least, long most) {
    between(key, value, least, most, " bytes");
  }

  /**
   * For a rule of another form.
   *
   * @param rule what the value must be, such as {@code a name}
   * @throws IllegalArgumentException if it does not hold
   */
  public void require(boolean holds, String key, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(under + "." + key + " must be " + rule + ", was " + value);
    }
  }

  private void between(String key, long value, long least, long most, String unit) {
    boolean holds = value >= least && value <= most;
    require(holds, key, "from " + least + " to " + most + unit, value + unit);
  }
}
