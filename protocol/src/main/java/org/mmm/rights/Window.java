package org.mmm.rights;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * When a Right holds.
 *
 * @param fromMillis the first instant, in milliseconds since 1970 UTC; none means since ever
 * @param untilMillis the first instant at which it holds no more; none means for ever
 * @throws IllegalArgumentException if it would end before it begins
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Window(@Nullable Long fromMillis, @Nullable Long untilMillis) {
  public Window {
    if (fromMillis != null && untilMillis != null && untilMillis <= fromMillis) {
      throw new IllegalArgumentException(
          "a window must end after it begins, was " + fromMillis + " until " + untilMillis);
    }
  }

  /** Whether that instant lies in it: the beginning does, the end does not. */
  public boolean contains(long millis) {
    return (fromMillis == null || millis >= fromMillis)
        && (untilMillis == null || millis < untilMillis);
  }
}
